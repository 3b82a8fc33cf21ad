import { z } from 'zod';
import { ask, form } from '#kernel/form.ts';
import { isId } from '#kernel/ids.ts';
import { question } from '#kernel/question.ts';
import { InputRefused } from '#kernel/refusal.ts';
import { line, linesFor } from '../line.ts';
import { searchers } from '../lifecycle.ts';
import { mayList } from '../may-read.ts';
import { periodOf } from './period.ts';

/** Entries a page. */
export const pageLength = 100;

/** @throws InputRefused for what is no number of an entry. */
export function entryNumber(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text);
  throw new InputRefused([{ field: 'before', message: 'Give the number of an entry, such as 1204' }]);
}

const rowId = (text: string | undefined): string | undefined => {
  if (text === undefined || isId(text)) return text;
  throw new InputRefused([{ field: 'row', message: 'Give the whole id, as it stands in an address' }]);
};

/** The audit trail, newest first. */
export const trailOf = question('records.trail', {
  about: 'Searches the audit trail, newest first: who did what, when, under which clause.',
  askers: searchers,
  input: form({
    from: ask.maybeDate('From'),
    to: ask.maybeDate('To'),
    kind: ask.maybe('Kind of thing', { hint: 'Such as enquiry', max: 60 }),
    row: ask.maybe('Its id', { max: 60 }),
    clause: ask.maybe('Clause', { max: 40 }),
    command: ask.maybe('What was done', { hint: 'Such as enquiry.reply', max: 80 }),
    actor: ask.maybe('Who did it', { hint: 'person: and an id, or system: and a name', max: 80 }),
    door: ask.maybe('By which door', { hint: 'web, api, cli or worker', max: 20 }),
    before: ask.maybe('Before entry number', { max: 20 }),
  }),
  output: z.object({
    lines: z.array(line),
    next: z.int().nullable().describe('Ask for entries before this one for the next page'),
    head: z.object({ sequence: z.int(), hash: z.string() }),
  }),
  async read(reading) {
    const { input, trail, policy, house, standing } = reading;
    const { from, to, before, row, ...rest } = input;
    const found = await trail.find({
      ...given(rest),
      ...periodOf({ from, to }, policy.zone),
      ...given({ row: rowId(row), before: entryNumber(before) }),
      limit: pageLength,
    });
    const shown = found.filter(({ entry }) => mayList(house.lifecycles.get(entry.kind), standing));
    return {
      head: await trail.head(),
      lines: await linesFor(reading, shown),
      next: found.length < pageLength ? null : (found.at(-1)?.sequence ?? null),
    };
  },
});

/** Only what was asked for. */
const given = <T extends object>(parts: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as never;
