import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import type { Policy } from '#policy/index.ts';
import { refuseGone, refuseMisshapen, refuseOverlap, refuseUnrested, momentsOf } from '../rota/fits.ts';
import { daysAhead, holesIn, isBefore, minutesIn, openMinutesIn } from '../rota/cover.ts';
import { hoursOf } from '../rota/hours.ts';
import { shift } from '../rota/lifecycle.ts';
import { dutyPeople, rota, ROTA, type DutyPerson, type Rota } from '../rota/needs.ts';
import { refuse } from '../rota/refusals.ts';
import type { Choices } from '#kernel/need.ts';
import type { Shift } from '../rota/words.ts';

/** Asked only where somebody would have too many nights running. */
export const anyway = ask.tick('Do it all the same', { afterwards: true });

const fields = {
  person: ask.choice('Who is on call?', 'Choose who is on call', 'people'),
  deputy: ask.maybeChoice('Who is the deputy?', 'people', {
    hint: 'Is reached where the person on call does not answer',
  }),
  from: ask.moment('From', 'Say when it begins'),
  to: ask.moment('Until', 'Say when it ends'),
  anyway,
};

interface Wanted {
  readonly person: string;
  readonly deputy?: string | undefined;
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
  readonly anyway: boolean;
}

interface Around {
  readonly needs: { readonly people: Choices<DutyPerson>; readonly rota: Rota };
  readonly now: Temporal.Instant;
  readonly policy: Policy;
}

/** The columns of a shift as it is wanted. @throws where it cannot be so. */
export function placed(id: string | undefined, input: Wanted, { needs, now, policy }: Around) {
  const turn = { ...input, id, deputy: input.deputy ?? null };
  const { zone } = policy;
  const { turns } = needs.rota;
  refuseMisshapen(turn, now, zone);
  refuseGone(turn, needs.people.get(turn.person), 'person', zone);
  if (turn.deputy !== null) refuseGone(turn, needs.people.get(turn.deputy), 'deputy', zone);
  refuseOverlap(turn, needs.rota, zone);
  const over = refuseUnrested(
    {
      before: turns,
      after: [...turns.filter((one) => one.id !== id), turn],
      people: [turn.person],
      nameOf: (person) => needs.people.get(person).name,
      anyway: input.anyway,
    },
    policy,
  );
  const { person, deputy, from, to } = turn;
  const columns = { person, deputy, starts_at: from, ends_at: to, ...momentsOf({ from, to }, policy) };
  return { columns, facts: { ...factsOf(columns, policy), moreNightsThanRested: over } };
}

/** What the trail keeps of a shift: who, when, and how much of it is open time. */
export const factsOf = (
  {
    person,
    deputy,
    starts_at: from,
    ends_at: to,
  }: Pick<Shift, 'person' | 'deputy' | 'starts_at' | 'ends_at'>,
  policy: Policy,
) => ({
  person,
  deputy,
  from: from.toString(),
  to: to.toString(),
  minutes: minutesIn({ from, to }),
  openMinutes: openMinutesIn(hoursOf(policy), { from, to }),
});

export const planShift = command(shift, 'plan', {
  label: 'Plan a shift',
  about: 'Puts somebody on call from one moment until another.',
  needs: { people: dutyPeople, rota },
  closes: ROTA,
  input: form(fields),
  begins: ({ needs, now, policy }) => firstFree(needs.rota, now, policy),
  decide: ({ input, ...around }) => {
    const { columns, facts } = placed(undefined, input, around);
    return { create: columns, facts };
  },
});

/** The rest of somebody’s shift. Done only together with relieving them. */
export const takeOver = command(shift, 'take-over', {
  label: 'Take over',
  about: 'Puts somebody on call for the rest of a shift.',
  needs: { people: dutyPeople, rota },
  alone: false,
  input: form(fields),
  decide: ({ input, ...around }) => {
    const { columns, facts } = placed(undefined, input, around);
    return { create: columns, facts };
  },
});

/** The first night that nobody covers yet. */
function firstFree({ turns }: Rota, now: Temporal.Instant, policy: Policy) {
  const { days } = policy.value('on-call.full-ahead');
  const [hole] = holesIn(hoursOf(policy), daysAhead(now, days, policy.zone), turns);
  return hole?.parts[0] ?? {};
}

export const changeShift = command(shift, 'change', {
  label: 'Change',
  about: 'Changes who is on call, who is the deputy, or from when until when.',
  needs: { people: dutyPeople, rota },
  closes: ROTA,
  stale: 'refuse',
  input: form(fields),
  can: ({ shift: row, now }) => (isBefore(now, row.ends_at) ? undefined : refuse('on-call.over')),
  canAsks: [],
  begins: ({ shift: row }) => ({
    person: row.person,
    deputy: row.deputy,
    from: row.starts_at,
    to: row.ends_at,
  }),
  decide: ({ id, shift: row, input, ...around }) => {
    // What has been cannot be changed: a shift that has begun keeps its person and its beginning.
    const begun = !isBefore(around.now, row.starts_at);
    const moved = Temporal.Instant.compare(input.from, row.starts_at) !== 0;
    if (begun && (moved || input.person !== row.person)) throw refuse('on-call.under-way');
    const { columns, facts } = placed(id, input, around);
    return { set: columns, facts };
  },
});

export const cancelShift = command(shift, 'cancel', {
  label: 'Cancel',
  about: 'Takes a shift that has not begun off the rota. Whatever hole it leaves is shown at once.',
  closes: ROTA,
  input: form({}),
  can: ({ shift: row, now }) => (isBefore(now, row.starts_at) ? undefined : refuse('on-call.under-way')),
  decide: ({ shift: row, policy }) => ({ facts: factsOf(row, policy) }),
});
