import { z } from 'zod';
import { form } from '#kernel/form.ts';
import { question } from '#kernel/question.ts';
import { namesOf } from '#features/people/index.ts';
import { answerers, dutyContact } from '../lifecycle.ts';
import type { PagingTables } from '../words.ts';

/** Who has said how they are reached. The number and the address themselves are shown to nobody. */
export const ownContact = question('on-call.contacts', {
  about:
    'How the person who asks is reached on call and, for those who plan the rota, who has said so. No numbers.',
  askers: answerers,
  input: form({}),
  output: z.strictObject({
    contacts: z.array(
      z.strictObject({
        id: z.uuid(),
        person: z.uuid(),
        name: z.string(),
        own: z.boolean(),
        phone: z.boolean(),
        email: z.boolean(),
        confirmedAt: z.iso.datetime().nullable(),
      }),
    ),
  }),
  async read(reading) {
    const rows = await reading
      .tables<PagingTables>()
      .selectFrom('duty_contacts')
      .selectAll()
      .where(reading.seen(dutyContact))
      .orderBy('created_at')
      .limit(200)
      .execute();
    const names = await namesOf(
      reading,
      rows.map(({ person }) => person),
    );
    const { actor } = reading.standing;
    return {
      contacts: rows.map((row) => ({
        id: row.id,
        person: row.person,
        name: names.get(row.person) ?? 'A colleague',
        own: actor.kind === 'person' && actor.id === row.person,
        phone: row.sealed_phone !== null,
        email: row.sealed_email !== null,
        confirmedAt: row.confirmed_at?.toString() ?? null,
      })),
    };
  },
});
