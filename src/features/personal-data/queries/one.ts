import { z } from 'zod';
import { ask, form } from '#kernel/form.ts';
import { question } from '#kernel/question.ts';
import { refuse } from '#kernel/refusal.ts';
import { overseers, removal } from '../lifecycle.ts';
import { shown } from '../shown.ts';
import { named } from './naming.ts';

/** One record: what was noticed, who got it, and the proof that it is gone. */
export const oneRemoval = question('personal-data.removal', {
  about: 'What was done about somebody’s details in one message, and the proof once they are deleted.',
  askers: overseers,
  input: form({ id: ask.given('Record', z.uuid({ error: 'Give the id of the record' })) }),
  output: shown,
  async read(reading) {
    const row = await reading.row(removal, reading.input.id);
    if (!row) throw refuse('kernel.not-found');
    const [one] = await named(reading, [row]);
    if (!one) throw refuse('kernel.not-found');
    return one;
  },
});
