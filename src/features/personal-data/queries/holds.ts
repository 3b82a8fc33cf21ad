import { z } from 'zod';
import { ask, form } from '#kernel/form.ts';
import { role } from '#kernel/party.ts';
import { question, type Reading } from '#kernel/question.ts';
import { refuse } from '#kernel/refusal.ts';
import { namesOf } from '#features/people/index.ts';
import { hold, holders } from '../lifecycle.ts';
import type { Hold, PersonalDataTables } from '../words.ts';

const moment = z.iso.datetime();
const shownHold = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  removal: z.uuid(),
  state: z.string(),
  matter: z.string(),
  name: z.string(),
  owner: z.string(),
  reviewOn: z.iso.date(),
  overdue: z.boolean().describe('The day on which somebody was to look again has come'),
  placedBy: z.string(),
  placedAt: moment,
  inPlaceAt: moment.nullable(),
  liftedAt: moment.nullable(),
  liftedWhy: z.string().nullable(),
});
export type ShownHold = z.output<typeof shownHold>;

const askers = [...holders, role('auditor')] as const;

async function asShownHolds(
  reading: Pick<Reading<unknown>, 'now' | 'policy' | 'tables'>,
  rows: readonly Hold[],
): Promise<ShownHold[]> {
  const { now, policy } = reading;
  const names = await namesOf(reading, [...new Set(rows.flatMap((row) => [row.owner, row.placed_by]))]);
  const today = now.toZonedDateTimeISO(policy.zone).toPlainDate();
  const { matters } = policy.value('details.held');
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    removal: row.removal,
    state: row.state,
    matter: matters.find((one) => one.id === row.matter)?.name ?? row.matter,
    name: row.name,
    owner: names.get(row.owner) ?? 'A colleague',
    reviewOn: row.review_on.toString(),
    overdue: standing.includes(row.state) && Temporal.PlainDate.compare(row.review_on, today) <= 0,
    placedBy: names.get(row.placed_by) ?? 'A colleague',
    placedAt: row.placed_at.toString(),
    inPlaceAt: row.in_place_at?.toString() ?? null,
    liftedAt: row.lifted_at?.toString() ?? null,
    liftedWhy: row.lifted_why,
  }));
}

const standing: readonly string[] = ['placed', 'in-place'];

export const heldNow = question('personal-data.holds', {
  about: 'Holds that stand: for which case, who answers for each, and when it is looked at again.',
  askers,
  input: form({
    removal: ask.given('Record', z.uuid({ error: 'Give the id of the record' }).optional()),
  }),
  output: z.strictObject({ holds: z.array(shownHold), overdue: z.int() }),
  async read(reading) {
    const { removal } = reading.input;
    const rows = await reading
      .tables<PersonalDataTables>()
      .selectFrom('holds')
      .selectAll()
      .$if(removal === undefined, (query) => query.where('state', 'in', ['placed', 'in-place']))
      .$if(removal !== undefined, (query) => query.where('removal', '=', removal ?? ''))
      .where(reading.seen(hold))
      .orderBy('review_on')
      .orderBy('id')
      .limit(200)
      .execute();
    const holds = await asShownHolds(reading, rows);
    return { holds, overdue: holds.filter((one) => one.overdue).length };
  },
});

export const oneHold = question('personal-data.hold', {
  about: 'One hold: its case, who answers for it, and when it is looked at again.',
  askers,
  input: form({ id: ask.given('Hold', z.uuid({ error: 'Give the id of the hold' })) }),
  output: shownHold,
  async read(reading) {
    const row = await reading.row(hold, reading.input.id);
    const [one] = row ? await asShownHolds(reading, [row]) : [];
    if (!one) throw refuse('kernel.not-found');
    return one;
  },
});
