import { mayAsk } from '#kernel/ask.ts';
import type { Role } from '#kernel/roles.ts';
import { format, Tag, type PageContext } from '#screens/index.ts';
import { heldNow, overview } from '../queries.ts';
import { lists, type List } from '../queries/overview.ts';

/** What concerns each role here. Whoever oversees the rest finds it on the page itself. */
const concerns: readonly { readonly roles: readonly Role[]; readonly lists: readonly List[] }[] = [
  { roles: ['communications', 'senior-manager', 'duty-manager'], lists: ['waiting', 'network'] },
  { roles: ['information-governance'], lists: ['late', 'due', 'network', 'check', 'held'] },
  { roles: ['governance'], lists: ['held'] },
];

/** For the page of today: details that wait for this person, and holds whose review is due. */
export async function personalDataToday(context: PageContext) {
  const { standing } = context;
  if (!standing || !mayAsk(overview, standing)) return null;
  const held = new Set(standing.grants.map(({ role }) => role));
  const mine = new Set(
    concerns.filter(({ roles }) => roles.some((role) => held.has(role))).flatMap((one) => one.lists),
  );
  if (mine.size === 0) return null;
  const [{ counts }, { rows }] = await Promise.all([
    context.ask(overview),
    context.ask(overview, { list: 'unconfirmed' }),
  ]);
  const reminded = mine.has('waiting') ? rows.filter((row) => row.remindedAt !== null).length : 0;
  const reviews = mayAsk(heldNow, standing) ? (await context.ask(heldNow)).overdue : 0;
  const shown = counts.filter(({ list, count }) => count > 0 && mine.has(list as List));
  // Who places holds has no other way in from here, so the way stands there even when nothing waits.
  const alwaysThere = mayAsk(heldNow, standing);
  if (shown.length === 0 && reminded === 0 && reviews === 0 && !alwaysThere) return null;
  return (
    <section className="sp-panel">
      <h2 className="nhsuk-heading-s">Personal data</h2>
      <ul className="nhsuk-list">
        {reviews === 0 ? null : (
          <li>
            <a href="/personal-data/holds">{format.countWord(reviews, 'hold', 'holds')} to look at again</a>{' '}
            <Tag colour="red">Review is due</Tag>
          </li>
        )}
        {reminded === 0 ? null : (
          <li>
            <a href="/personal-data?list=unconfirmed">
              {format.countWord(reminded, 'receipt', 'receipts')} to ask for
            </a>{' '}
            <Tag colour="orange">Reminder</Tag>
          </li>
        )}
        {shown.map(({ list, count }) => (
          <li key={list}>
            <a href={`/personal-data?list=${list}`}>
              {lists[list as List]}: {format.countOf(count)}
            </a>
          </li>
        ))}
        {shown.length === 0 && reviews === 0 && reminded === 0 ? (
          <li>
            <a href="/personal-data">Nothing waits for you here. See the lists.</a>
          </li>
        ) : null}
      </ul>
    </section>
  );
}
