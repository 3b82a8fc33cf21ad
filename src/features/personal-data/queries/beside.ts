import { z } from 'zod';
import { ask, form } from '#kernel/form.ts';
import { question } from '#kernel/question.ts';
import { overseers, removal } from '../lifecycle.ts';
import { shown } from '../shown.ts';
import type { PersonalDataTables } from '../words.ts';
import { named } from './naming.ts';

export const beside = question('personal-data.beside', {
  about: 'What is done about somebody’s details in one enquiry; nothing where none were noticed.',
  askers: overseers,
  input: form({ enquiry: ask.given('Enquiry', z.uuid({ error: 'Give the id of the enquiry' })) }),
  output: z.strictObject({ removal: shown.nullable() }),
  async read(reading) {
    const row = await reading
      .tables<PersonalDataTables>()
      .selectFrom('removals')
      .selectAll()
      .where('enquiry', '=', reading.input.enquiry)
      .where(reading.seen(removal))
      .executeTakeFirst();
    const [one] = row ? await named(reading, [row]) : [];
    return { removal: one ?? null };
  },
});
