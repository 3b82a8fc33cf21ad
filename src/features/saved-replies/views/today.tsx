import { holds } from '#kernel/rights.ts';
import type { PageContext } from '#screens/index.ts';
import { writers } from '../lifecycle.ts';
import { all } from '../queries.ts';

/** For the page of today: words that wait for somebody. Null where none do. */
export async function savedRepliesToday(context: PageContext) {
  const { standing } = context;
  if (!standing || !writers.some((party) => holds(party, standing, undefined))) return null;
  const { replies } = await context.ask(all);
  const proposed = replies.filter((one) => one.state === 'proposed').length;
  const stale = replies.filter((one) => one.state === 'agreed' && (one.reviewDue || one.contactStale)).length;
  if (proposed + stale === 0) return null;
  return (
    <section className="sp-panel">
      <h2 className="nhsuk-heading-s">Saved replies</h2>
      <ul className="nhsuk-list">
        {proposed === 0 ? null : (
          <li>
            <a href="/saved-replies">{proposed} to agree</a>
          </li>
        )}
        {stale === 0 ? null : (
          <li>
            <a href="/saved-replies">{stale} out of use until somebody looks again</a>
          </li>
        )}
      </ul>
    </section>
  );
}
