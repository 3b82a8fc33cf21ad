import { z } from 'zod';
import { ask, form } from '#kernel/form.ts';
import { question } from '#kernel/question.ts';
import { versionAt } from '#policy/index.ts';
import { versionOf } from '../reading.ts';
import { version } from '../shapes.ts';

/** Which version decided on a day. Rules change at midnight, so one version decides the whole of a day. */
export const asOf = question('policy.as-of', {
  about: 'Which version of the policy was in force on a day, and the days on which it began.',
  askers: 'public',
  input: form({ date: ask.date('Day', 'Give a day, such as 2022-08-01') }),
  output: z.object({
    date: z.iso.date(),
    version: version.nullable().describe('Null where none had begun'),
    first: z.iso.date().nullable().describe('The first day on which any version decided'),
  }),
  async read(reading) {
    const { house, policy } = reading;
    const { date } = reading.input;
    const noon = date.toZonedDateTime({ timeZone: policy.zone, plainTime: '12:00' }).toInstant();
    const found = versionAt(house.policies.all, noon);
    const begun = house.policies.all.map((one) => one.effective.toString()).sort();
    return {
      date: date.toString(),
      version: found ? versionOf(reading, found) : null,
      first: begun[0] ?? null,
    };
  },
});
