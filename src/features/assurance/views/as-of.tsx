import type { ReactNode } from 'react';
import type { InputError } from '#kernel/refusal.ts';
import {
  Cite,
  DataTable,
  ErrorSummary,
  LineField,
  Notice,
  PageHeading,
  Tag,
  format,
  type Column,
  type PageContext,
} from '#screens/index.ts';
import { asOf } from '../queries/as-of.ts';
import { versions } from '../queries/document.ts';
import type { Version } from '../shapes.ts';
import { PolicyFrame } from './frame.tsx';
import { inVersion } from './words.tsx';

/** Which version decided on a day, and every version that lies here. */
export async function asOfPage(context: PageContext): Promise<ReactNode> {
  const date = context.query['date']?.trim() ?? '';
  const found = date === '' ? undefined : await context.ask(asOf, { date });
  return (
    <Body context={context} errors={[]} all={(await context.ask(versions)).versions}>
      {found === undefined ? null : (
        <Notice title={`On ${format.longDayOf(Temporal.PlainDate.from(found.date))}`}>
          <p>
            {found.version === null ? (
              `No version was in force.${found.first === null ? '' : ` The first began on ${format.longDayOf(Temporal.PlainDate.from(found.first))}.`}`
            ) : (
              <>
                <a className="nhsuk-notification-banner__link" href={`/policy${inVersion(found.version)}`}>
                  {found.version.name}, version {found.version.version}
                </a>{' '}
                ({found.version.number}), in force from{' '}
                {format.longDayOf(Temporal.PlainDate.from(found.version.effective))}.
              </>
            )}
          </p>
        </Notice>
      )}
    </Body>
  );
}

/** The same form again, with what is wrong at its field. */
export async function asOfWrong(context: PageContext, errors: readonly InputError[]): Promise<ReactNode> {
  return <Body context={context} errors={errors} all={(await context.ask(versions)).versions} />;
}

function Body(props: {
  readonly context: PageContext;
  readonly errors: readonly InputError[];
  readonly all: readonly Version[];
  readonly children?: ReactNode;
}) {
  const { context, errors, all } = props;
  return (
    <>
      <ErrorSummary errors={errors.map(({ message }) => ({ message, href: '#date' }))} />
      <PageHeading caption="Policy">Versions</PageHeading>
      <PolicyFrame context={context} here="as-of">
        <form method="get" action="/policy/as-of" className="sp-form" noValidate>
          <LineField
            id="date"
            name="date"
            type="date"
            label="Which version was in force on a day?"
            hint="For example 2022-08-01"
            width={10}
            value={context.query['date']}
            error={errors[0]?.message}
          />
          <button className="nhsuk-button nhsuk-button--secondary" type="submit">
            Look
          </button>
        </form>
        {props.children}
        <DataTable
          caption="Versions of our policy"
          rows={all.filter((one) => one.ours)}
          rowKey={(one) => one.id}
          columns={columns}
        />
        <p>
          <Cite citation={context.cite('policy.one-in-force')} />{' '}
          <Cite citation={context.cite('policy.keeps-its-version')} />
        </p>
        {all.every((one) => one.ours) ? null : (
          <DataTable
            caption="Policies of others, to read"
            rows={all.filter((one) => !one.ours)}
            rowKey={(one) => one.id}
            columns={columns}
          />
        )}
      </PolicyFrame>
    </>
  );
}

const columns: readonly Column<Version>[] = [
  {
    heading: 'Version',
    names: true,
    cell: (one) => (
      <a href={`/policy${inVersion(one)}`}>
        {one.name}, {one.version}
      </a>
    ),
  },
  { heading: 'Organisation', cell: (one) => one.organisation },
  { heading: 'From', cell: (one) => format.plainDayOf(Temporal.PlainDate.from(one.effective)) },
  {
    heading: 'State',
    cell: (one) =>
      one.decides ? (
        <Tag colour="green">Decides now</Tag>
      ) : one.ours ? (
        one.status.replaceAll('-', ' ')
      ) : (
        'Decides nothing here'
      ),
  },
];
