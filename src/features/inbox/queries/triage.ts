import { z } from 'zod';
import { form } from '#kernel/form.ts';
import { question } from '#kernel/question.ts';
import { modelName, pageCurve } from '#triage/index.ts';
import { enquiry } from '../lifecycle.ts';
import { missesAt } from '../page-steps.ts';
import { overTriage } from '../triage-lifecycle.ts';
import { pagingNow } from '../triage-needs.ts';
import { labelName } from '../triage-reading.ts';
import type { InboxTables } from '../words.ts';
import { periodFields, periodOf } from './period.ts';
import { causeSums, labelSums, stepSums, triageSums } from './triage-period.ts';

const rate = { pages: z.int(), needless: z.int(), share: z.number().nullable() };

const step = z.strictObject({
  margin: z.number().describe('How much more than usual the score must be'),
  inUse: z.boolean(),
  pages: z.int(),
  atNight: z.int(),
  perNight: z.number(),
  needless: z.int().describe('Marked as needless, among those pages'),
  missed: z.int().describe('Marked as missed, and missed at this step as well'),
  missesEstimated: z
    .number()
    .nullable()
    .describe(
      'Grave messages that would not call, as far as invented texts can tell; null where nothing paged',
    ),
  found: z.number().describe('Share of grave invented texts that are found at this step'),
  letThrough: z.number().describe('Share of harmless invented texts that call at this step'),
});

/** How triage does, for those who answer for how often people are woken. */
export const triageQuestion = question('inbox.triage', {
  about:
    'How triage does: what it would call somebody for at each threshold, what people said of it, and how often it was needless, by label.',
  askers: overTriage,
  input: form(periodFields),
  output: z.strictObject({
    from: z.iso.date(),
    to: z.iso.date(),
    nights: z.int(),
    mode: z.enum(['paging', 'shadow']),
    model: z.string(),
    came: z.int(),
    page: z.int(),
    lookFirst: z.int(),
    rest: z.int(),
    untriaged: z.int().describe('Not yet read by triage'),
    called: z.int().describe('Of the first tier, so many really called somebody'),
    needless: z.int(),
    missed: z.int(),
    urgentTexts: z.int().describe('How many grave invented texts were measured'),
    harmlessTexts: z.int(),
    steps: z.array(step),
    labels: z.array(z.strictObject({ id: z.string(), name: z.string(), ...rate })),
    causes: z.array(z.strictObject({ cause: z.enum(['outright', 'score']), ...rate })),
  }),
  async read(reading) {
    const { policy, now, input } = reading;
    const { from, to, begins, ends } = periodOf(input, policy, now);
    const within = { from: begins, to: ends };
    const db = reading.tables<InboxTables>();
    const seen = reading.seen(enquiry);
    const [sums, steps, labels, causes, paging] = await Promise.all([
      triageSums(db, within, seen),
      stepSums(db, within, seen),
      labelSums(db, within, seen),
      causeSums(db, within, seen),
      pagingNow(reading, policy),
    ]);
    const { first, ...counts } = sums;
    const nights = nightsOf(first ?? begins, earlier(ends, now), policy.zone);
    return {
      from: from.toString(),
      to: to.toString(),
      nights,
      mode: paging.mode,
      model: modelName(),
      ...counts,
      urgentTexts: pageCurve.urgent,
      harmlessTexts: pageCurve.harmless,
      steps: pageCurve.steps.map(({ margin, found, needless }) => {
        const its = steps.find((one) => one.margin === margin);
        return {
          margin,
          inUse: margin === paging.margin,
          pages: its?.pages ?? 0,
          atNight: its?.atNight ?? 0,
          perNight: Math.round(((its?.atNight ?? 0) / nights) * 10) / 10,
          needless: its?.needless ?? 0,
          missed: its?.missed ?? 0,
          missesEstimated: missesAt(margin, paging.margin, sums),
          found: found / pageCurve.urgent,
          letThrough: needless / pageCurve.harmless,
        };
      }),
      labels: labels.map(({ label, pages, needless }) => ({
        id: label,
        name: label === '' ? 'Without a label' : labelName(policy, label),
        ...rateOf(pages, needless),
      })),
      causes: causes.map(({ anyway, pages, needless }) => ({
        cause: anyway ? ('outright' as const) : ('score' as const),
        ...rateOf(pages, needless),
      })),
    };
  },
});

const rateOf = (pages: number, needless: number) => ({
  pages,
  needless,
  share: pages === 0 ? null : needless / pages,
});

const earlier = (one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(one, other) <= 0 ? one : other;

/** Nights from the first message to the end: a period in which we were not there yet makes no night quieter. */
function nightsOf(from: Temporal.Instant, to: Temporal.Instant, zone: string): number {
  const day = (at: Temporal.Instant) => at.toZonedDateTimeISO(zone).toPlainDate();
  return Math.max(1, day(from).until(day(to)).total('days'));
}
