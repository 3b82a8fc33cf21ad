import { z } from 'zod';
import { form } from '#kernel/form.ts';
import { question } from '#kernel/question.ts';
import { findPersonalData, mask } from '#text/index.ts';
import { isLabel, pagingByDefault, type Label } from '#triage/index.ts';
import { enquiry } from '../lifecycle.ts';
import { overTriage } from '../triage-lifecycle.ts';
import type { Labels, Mark } from '../triage-words.ts';
import type { InboxTables } from '../words.ts';
import { periodFields, periodOf } from './period.ts';

const MOST = 5000;

const line = z.strictObject({
  text: z.string().describe('Personal data is replaced by its kind'),
  mark: z.enum(['should have paged', 'need not have paged']),
  labels: z.array(z.string()).optional().describe('Only where a person chose them'),
});
export type MarkLine = z.output<typeof line>;

const words: Readonly<Record<Mark, MarkLine['mark']>> = {
  'should-have-paged': 'should have paged',
  'need-not-have-paged': 'need not have paged',
};

/** What people said of triage, as the lines that it is taught with. */
export const triageMarks = question('inbox.triage-marks', {
  about:
    'Messages that somebody marked as missed or needless, as lines for training: the words without personal data, the mark, and labels that a person chose.',
  askers: overTriage,
  input: form(periodFields),
  output: z.strictObject({ from: z.iso.date(), to: z.iso.date(), lines: z.array(line) }),
  async read(reading) {
    const { from, to, begins, ends } = periodOf(reading.input, reading.policy, reading.now);
    const rows = await reading
      .tables<InboxTables>()
      .selectFrom('enquiries')
      .select(['text', 'mark', 'labels'])
      .where('mark', 'is not', null)
      .where('received_at', '>=', begins)
      .where('received_at', '<', ends)
      .where(reading.seen(enquiry))
      .orderBy('received_at')
      .orderBy('id')
      .limit(MOST)
      .execute();
    return {
      from: from.toString(),
      to: to.toString(),
      lines: rows.flatMap(({ text, mark, labels }) => (mark === null ? [] : lineOf(text, mark, labels))),
    };
  },
});

/** A mark as it is taught. A label that pages and a mark that says it need not have contradict one another: the mark counts. */
export function lineOf(text: string, mark: Mark, { list }: Labels): MarkLine[] {
  if (text.trim() === '') return [];
  const chosen = list.flatMap(({ id, by }) => (by === 'person' && isLabel(id) ? [id] : []));
  const labels = chosen.filter(
    (label: Label) => mark === 'should-have-paged' || !pagingByDefault.includes(label),
  );
  const masked = mask(text, findPersonalData(text));
  return [{ text: masked, mark: words[mark], ...(labels.length === 0 ? {} : { labels }) }];
}
