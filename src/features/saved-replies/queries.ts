import { z } from 'zod';
import { currentSignposts, namesOf } from '#features/people/index.ts';
import { ask, form } from '#kernel/form.ts';
import { question, type Reading } from '#kernel/question.ts';
import { refuse } from '#kernel/refusal.ts';
import { readers, savedReply } from './lifecycle.ts';
import { languages, type SavedReply, type SavedReplyTables } from './words.ts';

const shown = z.object({
  id: z.string(),
  state: z.enum(['proposed', 'agreed', 'withdrawn']),
  name: z.string(),
  label: z.string().nullable(),
  labelName: z.string().nullable(),
  language: z.string(),
  text: z.string(),
  contact: z.string().nullable(),
  contactStale: z.boolean(),
  holding: z.boolean(),
  proposedBy: z.string().nullable(),
  agreedBy: z.string().nullable(),
  reviewDueOn: z.string().nullable(),
  reviewDue: z.boolean(),
});
export type Shown = z.infer<typeof shown>;

type Asking = Pick<Reading<never>, 'tables' | 'policy' | 'now' | 'standing'>;

async function asShown(rows: readonly SavedReply[], asking: Asking): Promise<Shown[]> {
  const { policy, now, standing } = asking;
  const read = { tables: asking.tables };
  const today = now.toZonedDateTimeISO(policy.zone).toPlainDate();
  const people = rows.flatMap((row) => [row.proposed_by, row.agreed_by]).filter((id) => id !== null);
  const [names, directory] = await Promise.all([
    namesOf(read, people),
    currentSignposts.load(read, { row: undefined, standing, now, policy }),
  ]);
  const labels = new Map(policy.value('inbox.triage').labels.map(({ id, name }) => [id, name]));
  return rows.map((row) => {
    const entry =
      row.signpost !== null && directory.has(row.signpost) ? directory.get(row.signpost) : undefined;
    return {
      id: row.id,
      state: row.state,
      name: row.name,
      label: row.label,
      labelName: row.label === null ? null : (labels.get(row.label) ?? row.label),
      language: row.language in languages ? languages[row.language as keyof typeof languages] : row.language,
      text: row.text,
      contact: entry ? [entry.text, entry.url].filter(Boolean).join('\n') : null,
      contactStale: row.signpost !== null && (entry === undefined || entry.stale),
      holding: row.holding,
      proposedBy: row.proposed_by === null ? null : (names.get(row.proposed_by) ?? null),
      agreedBy: row.agreed_by === null ? null : (names.get(row.agreed_by) ?? null),
      reviewDueOn: row.review_due_on?.toString() ?? null,
      reviewDue: row.review_due_on !== null && Temporal.PlainDate.compare(row.review_due_on, today) <= 0,
    };
  });
}

/** What may be said without thinking twice, and what still has to be thought about. */
export const all = question('saved-replies.all', {
  about: 'Lists the saved replies: those to agree, those to look at again, and those in use.',
  askers: readers,
  input: form({ withdrawn: ask.maybe('Also those taken out of use') }),
  output: z.object({ replies: z.array(shown) }),
  async read(reading) {
    const rows = await reading
      .tables<SavedReplyTables>()
      .selectFrom('saved_replies')
      .selectAll()
      .where(reading.seen(savedReply))
      .$if(reading.input.withdrawn === undefined, (query) => query.where('state', '<>', 'withdrawn'))
      .orderBy('name')
      .orderBy('language')
      .orderBy('id')
      .limit(1000)
      .execute();
    return { replies: await asShown(rows, reading) };
  },
});

export const one = question('saved-replies.one', {
  about: 'Shows one saved reply as it goes out.',
  askers: readers,
  input: form({ id: ask.given('Saved reply', z.uuid({ error: 'Give the id of a saved reply' })) }),
  output: shown,
  async read(reading) {
    const row = await reading.row(savedReply, reading.input.id);
    const [found] = row ? await asShown([row], reading) : [];
    if (!found) throw refuse('kernel.not-found');
    return found;
  },
});
