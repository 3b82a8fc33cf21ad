import { z } from 'zod';
import { ask, form } from '#kernel/form.ts';
import type { Reader } from '#kernel/need.ts';
import { question } from '#kernel/question.ts';
import { refuse } from '#kernel/refusal.ts';
import { enquiryToMeasure, maskedText } from '#features/inbox/index.ts';
import { measure, readers } from './lifecycle.ts';
import { takenAgainst } from './needs.ts';
import { lastQuarter } from './quarter.ts';
import { asShown, shown } from './shown.ts';
import { isCritical, milderFirst } from './taking.ts';
import { over, wantsSomebody, type ConductTables, type MeasureKind } from './words.ts';

const enquiry = ask.given('Message', z.uuid({ error: 'Give the id of the message' }));

/** Measures that took effect in a period, by house rule. */
async function countedByRule(
  read: Reader,
  { from, to }: { readonly from: Temporal.Instant; readonly to: Temporal.Instant },
): Promise<ReadonlyMap<string, number>> {
  const rows = await read
    .tables<ConductTables>()
    .selectFrom('measures')
    .select(['house_rule', (count) => count.fn.countAll<string>().as('count')])
    .where('done_at', '>=', from)
    .where('done_at', '<', to)
    .groupBy('house_rule')
    .execute();
  return new Map(rows.map(({ house_rule: id, count }) => [id, Number(count)]));
}

/**
 * The house rules, for everybody. Counts are those of a quarter that is over, one a rule and no sum: so nobody can
 * work a small one out by asking twice or by subtracting.
 */
export const houseRules = question('conduct.house-rules', {
  about:
    'Gives the house rules that hold under our posts, and how many measures each brought in the last quarter. Small counts are left out, and nobody is named.',
  askers: 'public',
  input: form({}),
  output: z.object({
    rules: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        words: z.string(),
        measures: z.array(z.string()),
        count: z.int().nullable().describe('Null where there were fewer than `hiddenBelow`, or none'),
      }),
    ),
    from: z.iso.date(),
    to: z.iso.date(),
    hiddenBelow: z.int(),
    reviewMonths: z.int(),
    reviewWorkingDays: z.int(),
  }),
  async read({ policy, now, tables }) {
    const { hiddenBelow } = policy.value('conduct.published');
    const { steps } = policy.value('conduct.in-steps');
    const quarter = lastQuarter(now, policy.zone);
    const counts = await countedByRule({ tables }, quarter);
    return {
      rules: policy.value('conduct.house-rules').rules.map(({ id, name, words, measures }) => {
        const count = counts.get(id) ?? 0;
        return {
          id,
          name,
          words,
          measures: steps.filter((step) => measures.includes(step.id)).map((step) => step.name),
          count: count < hiddenBelow ? null : count,
        };
      }),
      from: quarter.first.toString(),
      to: quarter.last.toString(),
      hiddenBelow,
      reviewMonths: policy.value('conduct.block').reviewMonths,
      reviewWorkingDays: policy.value('conduct.review').workingDays,
    };
  },
});

const step = z.object({
  id: z.string(),
  name: z.string(),
  /** Of these, one comes first. */
  first: z.array(z.string()),
  /** One about this message is under way or in force. */
  there: z.boolean(),
});

/** What was done about one message and its author, and what could be done. */
export const aboutMessage = question('conduct.about', {
  about:
    'Shows the measures about one message, how many were taken against its author, and which steps are advised next.',
  askers: readers,
  input: form({ enquiry }),
  output: z.object({
    message: z.object({
      text: z.string(),
      name: z.string(),
      at: z.iso.datetime(),
      permalink: z.string().nullable(),
      account: z.string(),
    }),
    measures: z.array(shown),
    against: z.array(z.object({ kind: z.string(), name: z.string(), count: z.int() })),
    steps: z.array(step),
    critical: z.boolean(),
    isPublic: z.boolean(),
    onNetwork: z.boolean(),
  }),
  async read(reading) {
    const { standing, policy, input } = reading;
    const message = await enquiryToMeasure(reading, standing, input.enquiry);
    if (!message) throw refuse('kernel.not-found');
    const [rows, against] = await Promise.all([
      reading
        .tables<ConductTables>()
        .selectFrom('measures')
        .selectAll()
        .where('enquiry', '=', message.id)
        .where(reading.seen(measure))
        .orderBy('created_at')
        .limit(50)
        .execute(),
      takenAgainst(reading, standing, message.id),
    ]);
    const { steps } = policy.value('conduct.in-steps');
    const before: ReadonlySet<MeasureKind> = new Set(against.keys());
    return {
      message: {
        text: maskedText(message),
        name: message.author_name || message.author_handle,
        at: message.received_at.toString(),
        permalink: message.permalink,
        account: message.account_name,
      },
      measures: await asShown(rows, reading),
      against: steps.flatMap(({ id, name }) => {
        const count = against.get(id) ?? 0;
        return count === 0 ? [] : [{ kind: id, name, count }];
      }),
      steps: steps.map(({ id, name }) => ({
        id,
        name,
        first: milderFirst(id, policy, before),
        there: rows.some(({ kind, state }) => kind === id && !over.some((one) => one === state)),
      })),
      critical: isCritical(message),
      isPublic: message.visibility === 'public',
      onNetwork: policy.value('register.networks').networks.some(({ id }) => id === message.network),
    };
  },
});

export const oneMeasure = question('conduct.measure', {
  about: 'Shows one measure: what was done about which message, under which house rule, and why.',
  askers: readers,
  input: form({ measure: ask.given('Measure', z.uuid({ error: 'Give the id of a measure' })) }),
  output: shown,
  async read(reading) {
    const row = await reading.row(measure, reading.input.measure);
    const [found] = row ? await asShown([row], reading) : [];
    if (!found) throw refuse('kernel.not-found');
    return found;
  },
});

const MOST = 100;

/** What waits for somebody, and what is due. */
export const openMeasures = question('conduct.open', {
  about:
    'Lists the measures that wait for somebody: blocks to decide, what must be done by hand or looked at, blocks due for review, and reviews that people asked for; and counts what is in force.',
  askers: readers,
  input: form({}),
  output: z.object({
    wants: z.array(shown),
    dueForReview: z.array(shown),
    appeals: z.array(shown),
    inForce: z.array(z.object({ kind: z.string(), name: z.string(), count: z.int() })),
    byRule: z.array(z.object({ id: z.string(), name: z.string(), count: z.int() })),
    from: z.iso.date(),
    to: z.iso.date(),
  }),
  async read(reading) {
    const { policy, now } = reading;
    const today = now.toZonedDateTimeISO(policy.zone).toPlainDate();
    const rows = () =>
      reading
        .tables<ConductTables>()
        .selectFrom('measures')
        .selectAll()
        .where(reading.seen(measure))
        .limit(MOST);
    const { noticeDays } = policy.value('conduct.block');
    const quarter = lastQuarter(now, policy.zone);
    const [wants, due, appeals, inForce, byRule] = await Promise.all([
      rows().where('state', 'in', wantsSomebody).orderBy('created_at').execute(),
      rows()
        .where('state', '=', 'in-force')
        .where('review_on', '<=', today.add({ days: noticeDays }))
        .orderBy('review_on')
        .execute(),
      rows()
        .where('state', '=', 'in-force')
        .where('appealed_at', 'is not', null)
        .where('appeal_outcome', 'is', null)
        .orderBy('appeal_due_at')
        .execute(),
      reading
        .tables<ConductTables>()
        .selectFrom('measures')
        .select(['kind', (count) => count.fn.countAll<string>().as('count')])
        .where(reading.seen(measure))
        .where('state', '=', 'in-force')
        .groupBy('kind')
        .execute(),
      countedByRule(reading, quarter),
    ]);
    return {
      wants: await asShown(wants, reading),
      dueForReview: await asShown(due, reading),
      appeals: await asShown(appeals, reading),
      inForce: policy.value('conduct.in-steps').steps.flatMap(({ id, name }) => {
        const found = inForce.find((one) => one.kind === id);
        return found ? [{ kind: id, name, count: Number(found.count) }] : [];
      }),
      byRule: policy
        .value('conduct.house-rules')
        .rules.map(({ id, name }) => ({ id, name, count: byRule.get(id) ?? 0 })),
      from: quarter.first.toString(),
      to: quarter.last.toString(),
    };
  },
});

export const questions = [houseRules, aboutMessage, oneMeasure, openMeasures];
