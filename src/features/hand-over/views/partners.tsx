import {
  Cite,
  Empty,
  format,
  MakeButton,
  PageHeading,
  Tag,
  VerbButtons,
  type PageContext,
} from '#screens/index.ts';
import { addPartner } from '../commands/partners.ts';
import { partner } from '../escalation.ts';
import { partnersList } from '../escalation-queries.ts';
import { fieldNames } from '../shared.ts';

const namesOfFields = (fields: readonly string[]): string =>
  fields.map((one) => String(Reflect.get(fieldNames, one) ?? one).toLowerCase()).join(', ');

/** Whom a worry may be shared with outside, and what each may be sent. */
export async function partnersPage(context: PageContext) {
  const { partners } = await context.ask(partnersList);
  const { kinds } = context.policy.value('handover.partners');
  return (
    <>
      <PageHeading>Partners</PageHeading>
      <p>
        Regional, national and outside partners with whom a worry may be shared.{' '}
        <Cite citation={context.cite('handover.partners')} />
      </p>
      <MakeButton command={addPartner} standing={context.standing} first />
      {partners.length === 0 ? (
        <Empty title="No partner is entered yet">Add those whom you would call, before you need them.</Empty>
      ) : null}
      {await Promise.all(
        partners.map(async (one) => (
          <article className="sp-row" key={one.id}>
            <h2 className="nhsuk-heading-s">
              {one.name} <Tag colour="blue">{kinds.find(({ id }) => id === one.kind)?.name ?? one.kind}</Tag>{' '}
              {one.stale ? <Tag colour="red">Check it before you use it</Tag> : null}
            </h2>
            <p>{one.contact}</p>
            <p>
              They may be sent: {namesOfFields(one.mayReceive)}.{' '}
              {one.lettersTo === ''
                ? 'No letter can go: give them the link yourself.'
                : `Letters to ${one.lettersTo}.`}
            </p>
            <p className="nhsuk-hint">Checked on {format.isoDayOf(one.checkedOn)}.</p>
            <VerbButtons
              verbs={await context.verbs(partner, await context.row(partner, one.id))}
              row={one}
              back="/partners"
              about={one.name}
              quiet
            />
          </article>
        )),
      )}
    </>
  );
}
