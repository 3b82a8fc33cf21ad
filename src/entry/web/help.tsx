import type { FastifyInstance } from 'fastify';
import type { House } from '#kernel/house.ts';
import { declaredRefusals, refuse, type RefusalSpec } from '#kernel/refusal.ts';
import { Cite, DataTable, PageHeading, type Column } from '#screens/index.ts';
import { textsOf } from './context.ts';
import { show, type Frame } from './show.tsx';

const crumbs = [{ text: 'When Signpost says no', href: '/help/refusals' }];

/** Pages about Signpost itself, open to everybody. */
export function helpRoutes(app: FastifyInstance, frame: Frame): void {
  app.get('/help/refusals', (request, reply) =>
    show(frame, request, reply, { title: 'When Signpost says no', body: <Refusals house={frame.house} /> }),
  );
  app.get('/help/refusals/:code', (request, reply) => {
    const { code = '' } = textsOf(request.params);
    const spec = declaredRefusals().get(code);
    if (!spec) throw refuse('kernel.not-found');
    const body = <RefusalPage house={frame.house} code={code} spec={spec} />;
    return show(frame, request, reply, { title: plainSentence(spec.sentence), body, crumbs });
  });
  app.get('/help/keys', (request, reply) =>
    show(frame, request, reply, { title: 'Keyboard', body: <Keys /> }),
  );
  app.get('/help/security', (request, reply) =>
    show(frame, request, reply, {
      title: 'If you found a weakness',
      body: <Security contact={frame.options.organisation.securityContact} />,
    }),
  );
}

/** The sentence without the places that each case fills in its own way. */
const plainSentence = (sentence: string): string => sentence.replaceAll(/\{(\w+)\}/g, '…');

const clauseOf = (house: House, spec: RefusalSpec) =>
  spec.rule === undefined ? undefined : house.policies.inForce(house.clock.now()).cite(spec.rule);

type Declared = readonly [code: string, spec: RefusalSpec];

const columnsFor = (house: House): Column<Declared>[] => [
  {
    heading: 'It says',
    names: true,
    cell: ([code, spec]) => <a href={`/help/refusals/${code}`}>{plainSentence(spec.sentence)}</a>,
  },
  { heading: 'Instead', cell: ([, spec]) => plainSentence(spec.instead) },
  { heading: 'Clause', cell: ([, spec]) => <ClauseOf house={house} spec={spec} /> },
];

function Refusals({ house }: { readonly house: House }) {
  const all = [...declaredRefusals()].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return (
    <>
      <PageHeading>When Signpost says no</PageHeading>
      <p>Each answer has a reason, and something that you can do instead.</p>
      <DataTable
        caption="Answers"
        hideCaption
        rows={all}
        rowKey={([code]) => code}
        columns={columnsFor(house)}
      />
    </>
  );
}

function ClauseOf({ house, spec }: { readonly house: House; readonly spec: RefusalSpec }) {
  const citation = clauseOf(house, spec);
  return citation ? <Cite citation={citation} /> : <>how Signpost works</>;
}

const RefusalPage = ({
  house,
  code,
  spec,
}: {
  readonly house: House;
  readonly code: string;
  readonly spec: RefusalSpec;
}) => (
  <>
    <PageHeading>{plainSentence(spec.sentence)}</PageHeading>
    <h2 className="nhsuk-heading-m">What to do instead</h2>
    <p>{plainSentence(spec.instead)}</p>
    <h2 className="nhsuk-heading-m">Why</h2>
    <p>
      <ClauseOf house={house} spec={spec} />
    </p>
    <p className="nhsuk-body-s">
      Its name is <code>{code}</code>, answered as {spec.status}.
    </p>
  </>
);

interface KeyHelp {
  readonly key: string;
  readonly does: string;
}

const keys: readonly KeyHelp[] = [
  { key: 'j', does: 'Next row' },
  { key: 'k', does: 'Row before' },
  { key: 'o', does: 'Open the row' },
  { key: 'r', does: 'Reply' },
  { key: 'e', does: 'Escalate' },
  { key: 'c', does: 'Take it' },
  { key: 'm', does: 'Triage should have called somebody' },
  { key: 'n', does: 'Triage need not have called anybody' },
  { key: 'u', does: 'Take back what you said of triage' },
  { key: '/', does: 'Search' },
  { key: '?', does: 'This page' },
];

const keyColumns: readonly Column<KeyHelp>[] = [
  { heading: 'Key', names: true, cell: ({ key }) => <kbd>{key}</kbd> },
  { heading: 'What it does', cell: ({ does }) => does },
];

const Keys = () => (
  <>
    <PageHeading>Keyboard</PageHeading>
    <p>
      Everything can be done with Tab and Enter. On lists, single keys are quicker; they rest while you write.
    </p>
    <DataTable caption="Keys" hideCaption rows={keys} rowKey={({ key }) => key} columns={keyColumns} />
    <keys-switch />
  </>
);

const Security = ({ contact }: { readonly contact: string | undefined }) => (
  <>
    <PageHeading>If you found a weakness</PageHeading>
    <p>Thank you for telling us before anybody else. Say what you saw, where, and how we can reach you.</p>
    {contact === undefined ? (
      <p>Write to this organisation’s information governance team through its public contact page.</p>
    ) : (
      <p>
        Write to <a href={contact}>{contact.replace(/^mailto:/, '')}</a>.
      </p>
    )}
    <p>Please do not look at anybody’s personal data, and do not change anything.</p>
  </>
);
