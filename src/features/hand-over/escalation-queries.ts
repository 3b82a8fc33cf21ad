import { z } from 'zod';
import { ask, form } from '#kernel/form.ts';
import { role } from '#kernel/party.ts';
import { question, type Reading } from '#kernel/question.ts';
import { refuse } from '#kernel/refusal.ts';
import { isStale, namesOf } from '#features/people/index.ts';
import { orDeleted } from './deleted.ts';
import { escalation, partner } from './escalation.ts';
import { readers } from './lifecycle.ts';
import { openMinutesLeft } from './open-time.ts';
import type { Escalation, HandOverTables } from './words.ts';

const moment = z.iso.datetime();
const staff = [role('staff')] as const;

const escalated = z.strictObject({
  id: z.uuid(),
  state: z.string(),
  version: z.int(),
  enquiry: z.uuid(),
  category: z.string(),
  severity: z.string(),
  why: z.string(),
  raisedAt: moment,
  raisedBy: z.string().nullable(),
  askedNow: z.string(),
  mine: z.boolean(),
  askedPlace: z.int(),
  askedOf: z.int(),
  dueAt: moment,
  minutesLeft: z.int(),
  acknowledgeBy: moment.nullable(),
  takenAt: moment.nullable(),
  takenBy: z.string().nullable(),
  settledAt: moment.nullable(),
  outcome: z.string().nullable(),
  policy: z.string(),
});
export type Escalated = z.output<typeof escalated>;

const rowsOf = ({ tables, seen }: Pick<Reading<unknown>, 'tables' | 'seen'>) =>
  tables<HandOverTables>().selectFrom('escalations').selectAll().where(seen(escalation));

export const escalationsOf = question('hand-over.escalations-of', {
  about: 'Worries that were brought to somebody about one enquiry, the latest first.',
  askers: readers,
  input: form({ enquiry: ask.given('Enquiry', z.uuid({ error: 'Give the enquiry' })) }),
  output: z.strictObject({ rows: z.array(escalated) }),
  async read(reading) {
    const rows = await rowsOf(reading)
      .where('enquiry', '=', reading.input.enquiry)
      .orderBy('id', 'desc')
      .limit(20)
      .execute();
    return { rows: await asListed(reading, rows) };
  },
});

export const openEscalations = question('hand-over.escalations', {
  about: 'Worries that are not settled, of those whom you may see: yours first.',
  askers: staff,
  input: form({}),
  output: z.strictObject({ rows: z.array(escalated) }),
  async read(reading) {
    const rows = await rowsOf(reading)
      .where('state', 'in', ['raised', 'taken'])
      .orderBy('due_at')
      .limit(100)
      .execute();
    const listed = await asListed(reading, rows);
    return { rows: listed.toSorted((a, b) => Number(b.mine) - Number(a.mine)) };
  },
});

export const oneEscalation = question('hand-over.escalation', {
  about: 'One worry: who has it, since when, and what came of it. The message itself is not in it.',
  askers: staff,
  input: form({ id: ask.given('Escalation', z.uuid({ error: 'Give the escalation' })) }),
  output: escalated,
  async read(reading) {
    const row = await reading.row(escalation, reading.input.id);
    const [shown] = row ? await asListed(reading, [row]) : [];
    if (!shown) throw refuse('kernel.not-found');
    return shown;
  },
});

async function asListed(reading: Reading<unknown>, rows: readonly Escalation[]): Promise<Escalated[]> {
  const { standing, policy, now } = reading;
  const me = standing.actor.kind === 'person' ? standing.actor.id : '';
  const names = await namesOf(
    reading,
    rows.flatMap((row) => [row.asked_now, row.taken_by, row.raised_by].filter((one) => one !== null)),
  );
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? 'A colleague'));
  return rows.map((row) => ({
    id: row.id,
    state: row.state,
    version: row.version,
    enquiry: row.enquiry,
    category: row.category,
    severity: row.severity,
    why: orDeleted(row.why),
    raisedAt: row.created_at.toString(),
    raisedBy: nameOf(row.raised_by),
    askedNow: nameOf(row.asked_now) ?? '',
    mine: row.taken_by === me || (row.state === 'raised' && [row.asked_now, row.first_asked].includes(me)),
    askedPlace: row.asked + 1,
    askedOf: row.queue.list.length,
    dueAt: row.due_at.toString(),
    minutesLeft: openMinutesLeft(policy, now, row.due_at),
    acknowledgeBy: row.acknowledge_by?.toString() ?? null,
    takenAt: row.taken_at?.toString() ?? null,
    takenBy: nameOf(row.taken_by),
    settledAt: row.settled_at?.toString() ?? null,
    outcome: orDeleted(row.outcome),
    policy: row.policy,
  }));
}

export const partnersList = question('hand-over.partners', {
  about:
    'Partners with whom a worry may be shared: how we reach them, what they may be sent, and when the entry was checked.',
  askers: readers,
  input: form({}),
  output: z.strictObject({
    partners: z.array(
      z.strictObject({
        id: z.uuid(),
        version: z.int(),
        name: z.string(),
        kind: z.string(),
        contact: z.string(),
        lettersTo: z.string(),
        mayReceive: z.array(z.string()),
        checkedOn: z.iso.date(),
        stale: z.boolean(),
      }),
    ),
  }),
  async read({ tables, seen, now, policy }) {
    const rows = await tables<HandOverTables>()
      .selectFrom('partners')
      .selectAll()
      .where(seen(partner))
      .where('state', '=', 'active')
      .orderBy('name')
      .limit(500)
      .execute();
    const today = now.toZonedDateTimeISO(policy.zone).toPlainDate();
    const { staleAfterDays } = policy.value('handover.partners');
    return {
      partners: rows.map((row) => ({
        id: row.id,
        version: row.version,
        name: row.name,
        kind: row.kind,
        contact: row.contact,
        lettersTo: row.letters_to,
        mayReceive: [...row.may_receive.list],
        checkedOn: row.checked_on.toString(),
        stale: isStale(row.checked_on, today, staleAfterDays),
      })),
    };
  },
});

export const escalationQuestions = [escalationsOf, openEscalations, oneEscalation, partnersList];
