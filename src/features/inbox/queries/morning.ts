import { z } from 'zod';
import { sql } from 'kysely';
import { ask, form } from '#kernel/form.ts';
import { question } from '#kernel/question.ts';
import { namesOf } from '#features/people/index.ts';
import { enquiry, readers } from '../lifecycle.ts';
import type { InboxTables } from '../words.ts';
import { asListed, listed, listedColumns, peopleIn } from './listed.ts';
import { readMark, writeMark } from './views.ts';
import { lookingOf, PAGE } from './waiting.ts';

/** What came in while nobody was there, fairly ordered: by risk, then the one who has waited longest. */
export const morning = question('inbox.morning', {
  about: 'What came in out of hours and still waits: by risk, then the oldest first, 50 at a time.',
  askers: readers,
  input: form({ after: ask.maybe('Go on after') }),
  output: z.strictObject({ rows: z.array(listed), next: z.string().nullable() }),
  async read(reading) {
    const mark = readMark(reading.input.after);
    const found = await reading
      .tables<InboxTables>()
      .selectFrom('enquiries')
      .select(listedColumns)
      .where(sql<boolean>`state = 'waiting' and in_hours is false`)
      .where(reading.seen(enquiry))
      .$if(mark !== undefined, (query) =>
        query.where(
          sql<boolean>`(risk, received_at, id) > (${mark?.risk}::smallint, ${mark?.at}::timestamptz, ${mark?.id}::uuid)`,
        ),
      )
      .orderBy('risk')
      .orderBy('received_at')
      .orderBy('id')
      .limit(PAGE + 1)
      .execute();
    const rows = found.slice(0, PAGE);
    const last = found.length > PAGE ? rows.at(-1) : undefined;
    const names = await namesOf(reading, peopleIn(rows));
    const { policy } = reading;
    return {
      rows: rows.map((row) => asListed(row, { ...lookingOf(reading), policy, names })),
      next: last ? writeMark({ risk: last.risk, at: last.received_at, id: last.id }) : null,
    };
  },
});
