import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { holds as holdsParty } from '#kernel/rights.ts';
import { kindsIn } from '../details.ts';
import { refuseHeld } from '../held.ts';
import { enquiry, overDetails } from '../lifecycle.ts';
import { holder, revealReasons } from '../needs.ts';
import { refuse } from '../refusals.ts';
import { detailsOf, holdsClaim, isRevealed, viewerOf } from '../text-for.ts';

/**
 * Shows the details to one person for a while. Whoever claimed the message reads its words anyway; a picture of a
 * person or a document is seen only in this way. It ends by itself, or with the claim under which it was asked for.
 */
export const reveal = command(enquiry, 'reveal', {
  label: 'Show the details',
  about:
    'Shows you what is masked, for a few minutes. That you looked, and why, is kept; the details are not.',
  needs: { holder, reasons: revealReasons },
  input: form({
    why: ask.choice('Why do you need to see them?', 'Choose why you need to see them', 'reasons'),
  }),
  canAsks: ['holder'],
  can: ({ enquiry: row, needs, policy, standing, now }) => {
    const details = detailsOf(row);
    const marked = row.pictures_show === 'person' || row.pictures_show === 'document';
    if (kindsIn(details).length === 0 && !marked) return refuse('inbox.nothing-masked');
    const viewer = viewerOf({ standing, now });
    const reads = isRevealed(row, viewer) || (holdsClaim(row, viewer) && !marked);
    if (reads) return refuse('inbox.nothing-masked');
    return holdsParty(overDetails, standing, row) ? undefined : refuseHeld({ needs, policy });
  },
  decide: ({ enquiry: row, input, standing, now, policy }) => {
    const me = standing.actor.kind === 'person' ? standing.actor.id : '';
    const until = now.add({ minutes: policy.value('details.masked').minutes });
    const others = row.revealed.list.filter(
      (one) => one.to !== me && Temporal.Instant.compare(Temporal.Instant.from(one.until), now) > 0,
    );
    const own = { to: me, until: until.toString(), claimed: holdsClaim(row, { me, now }) };
    return {
      set: { revealed: { list: [...others, own] } },
      facts: { why: input.why, until: until.toString(), kinds: kindsIn(detailsOf(row)).join(' ') },
    };
  },
});
