import { act, command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import type { Standing } from '#kernel/rights.ts';
import { workingDayOnOrBefore } from '#calendar/working-days.ts';
import { isDirector } from '../access.ts';
import { accessCheck, accessReview } from '../lifecycle.ts';
import { refuse } from '../refusals.ts';
import { holdings, REVIEWING, reviews, tally, underReview } from '../review-needs.ts';
import { hoursOf, today } from '../working-hours.ts';
import { endByReview } from './grant.ts';

const whoDecides = ({ actor }: Standing): string | null => (actor.kind === 'person' ? actor.id : null);

/** One role in the open review. */
export const addCheck = command(accessCheck, 'add', {
  label: 'Add to the review',
  about: 'Puts a role that opens accounts into the open review of access.',
  button: false,
  needs: { holdings, reviews },
  once: ['review', 'given_role'],
  input: form({ holding: ask.choice('Whose role?', 'Choose the role', 'holdings') }),
  can: ({ needs }) => (needs.reviews.open ? undefined : refuse('people.no-review')),
  decide: ({ input, needs }) => {
    const { person, role, at } = needs.holdings.get(input.holding);
    return {
      create: {
        review: needs.reviews.open?.id ?? '',
        person,
        given_role: input.holding,
        role,
        at,
        decided_by: null,
        decided_at: null,
      },
      facts: { person, role, at },
    };
  },
});

/** Opens a review over everybody who holds a role that opens accounts. The first is due after the policy's notice. */
export const openReview = command(accessReview, 'open', {
  label: 'Begin a review now',
  about: 'Opens a review of who has access to our accounts, ahead of its day where you like.',
  closes: REVIEWING,
  needs: { holdings, reviews },
  input: form({}),
  can: ({ needs }) => (needs.reviews.open ? refuse('people.review-open') : undefined),
  decide: ({ needs, now, policy }) => {
    const { noticeDays } = policy.value('register.access-review');
    const first = () => workingDayOnOrBefore(hoursOf(policy), today(now, policy).add({ days: noticeDays }));
    const dueOn = needs.reviews.last?.next_due_on ?? first();
    return {
      create: {
        due_on: dueOn,
        confirmed_on: null,
        confirmed_by: null,
        next_opens_on: null,
        next_due_on: null,
      },
      also: needs.holdings.list.map(({ id }) => act(addCheck, 'new', { holding: id })),
      facts: { dueOn: dueOn.toString(), holders: needs.holdings.list.length },
    };
  },
});

/** Nobody decides about their own access, and only an executive decides about the director's. */
function mayDecide(row: { person: string; role: string }, standing: Standing) {
  if (whoDecides(standing) === row.person) return refuse('people.not-own-access');
  if (row.role !== 'director' && !isDirector(standing)) return refuse('people.director-decides');
  return undefined;
}

export const keepAccess = command(accessCheck, 'keep', {
  label: 'Keep',
  about: 'Confirms that this person needs the access that the role gives.',
  needs: { under: underReview },
  input: form({}),
  can: ({ 'access-check': row, needs, standing }) => {
    if (!needs.under.open || !needs.under.given) return refuse('people.nothing-to-decide');
    return mayDecide(row, standing);
  },
  decide: ({ 'access-check': row, now, standing }) => ({
    set: { decided_by: whoDecides(standing), decided_at: now },
    facts: { person: row.person, role: row.role },
  }),
});

export const removeAccess = command(accessCheck, 'remove', {
  label: 'Remove',
  about: 'Ends the role at once, and the person’s sessions with it.',
  needs: { under: underReview },
  input: form({}),
  can: ({ 'access-check': row, needs, standing }) => {
    if (!needs.under.open || !needs.under.given) return refuse('people.nothing-to-decide');
    return mayDecide(row, standing);
  },
  decide: ({ 'access-check': row, now, standing }) => ({
    set: { decided_by: whoDecides(standing), decided_at: now },
    also: [act(endByReview, { id: row.given_role }, {})],
    facts: { person: row.person, role: row.role },
  }),
});

/** Ends the review. The next is due after the policy's days, on a working day and never later. */
export const confirmReview = command(accessReview, 'confirm', {
  label: 'Confirm who has access',
  about: 'Ends the review once each role is kept or removed; the next one is then counted from today.',
  closes: REVIEWING,
  needs: { tally },
  input: form({}),
  can: ({ needs }) =>
    needs.tally.undecided === 0 ? undefined : refuse('people.undecided', { count: needs.tally.undecided }),
  decide: ({ 'access-review': row, needs, now, policy, standing }) => {
    const { days, noticeDays } = policy.value('register.access-review');
    const on = today(now, policy);
    const nextDueOn = workingDayOnOrBefore(hoursOf(policy), on.add({ days }));
    const { kept, removed } = needs.tally;
    return {
      set: {
        confirmed_on: on,
        confirmed_by: whoDecides(standing),
        next_due_on: nextDueOn,
        next_opens_on: nextDueOn.subtract({ days: noticeDays }),
      },
      facts: { dueOn: row.due_on.toString(), nextDueOn: nextDueOn.toString(), kept, removed },
    };
  },
});
