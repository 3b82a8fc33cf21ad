import { z } from 'zod';
import { ask, form } from '#kernel/form.ts';
import { question } from '#kernel/question.ts';
import { refuse } from '#kernel/refusal.ts';
import { namesOf } from '#features/people/index.ts';
import { historyOf, step } from '../history.ts';
import { page, pageReaders } from '../lifecycle.ts';
import { asListedPage, listedPage, peopleOf } from '../listed.ts';
import { labelOf } from '../say.ts';
import type { PagingTables } from '../words.ts';

/** One page: why it woke somebody, what may be said, and everything that happened, with its times. */
export const onePage = question('on-call.page', {
  about:
    'One page with its history: who was woken when and how, who said that they have it, what was decided and why.',
  askers: pageReaders,
  input: form({ id: ask.given('Page', z.uuid({ error: 'Give the id of the page' })) }),
  output: z.strictObject({
    page: listedPage,
    dangerToLife: z.boolean(),
    lines: z.array(z.string()),
    history: z.array(step),
  }),
  async read(reading) {
    const { id } = reading.input;
    const db = reading.tables<PagingTables>();
    const row = await reading.row(page, id);
    if (!row) throw refuse('kernel.not-found');
    const [messages, decisions] = await Promise.all([
      db
        .selectFrom('page_messages')
        .selectAll()
        .where('subject', '=', id)
        .orderBy('created_at')
        .orderBy('id')
        .execute(),
      db.selectFrom('page_decisions').selectAll().where('page', '=', id).orderBy('created_at').execute(),
    ]);
    const names = await namesOf(reading, [
      ...peopleOf([row]),
      ...[...messages, ...decisions].flatMap(({ person }) => person ?? []),
    ]);
    const label = labelOf(reading.policy, row.lead);
    return {
      page: asListedPage(row, reading.policy, names),
      dangerToLife: label.dangerToLife,
      lines: [...label.lines],
      history: historyOf(row, messages, decisions, (person) => names.get(person) ?? 'a colleague'),
    };
  },
});
