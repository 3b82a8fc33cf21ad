import { z } from 'zod';
import { sql } from 'kysely';
import { form } from '#kernel/form.ts';
import { question } from '#kernel/question.ts';
import { namesOf } from '#features/people/index.ts';
import { enquiry, readers } from '../lifecycle.ts';
import type { InboxTables } from '../words.ts';
import { asListed, listed, listedColumns, peopleIn } from './listed.ts';
import { lookingOf } from './waiting.ts';

/** What came in while nobody was there, fairly ordered: by risk, then the one who has waited longest. */
export const morning = question('inbox.morning', {
  about: 'What came in out of hours and still waits: by risk, then the oldest first.',
  askers: readers,
  input: form({}),
  output: z.strictObject({ rows: z.array(listed) }),
  async read(reading) {
    const rows = await reading
      .tables<InboxTables>()
      .selectFrom('enquiries')
      .select(listedColumns)
      .where(sql<boolean>`state = 'waiting' and in_hours is false`)
      .where(reading.seen(enquiry))
      .orderBy('risk')
      .orderBy('received_at')
      .orderBy('id')
      .limit(200)
      .execute();
    const names = await namesOf(reading, peopleIn(rows));
    const { policy } = reading;
    return { rows: rows.map((row) => asListed(row, { ...lookingOf(reading), policy, names })) };
  },
});
