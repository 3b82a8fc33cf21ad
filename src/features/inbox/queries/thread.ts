import { z } from 'zod';
import type { TrailLine } from '#kernel/store-port.ts';
import { kindInWords, kindsIn, mask, maskFound } from '../details.ts';
import {
  detailsOf,
  mayRead,
  picturesFor,
  readingColumns,
  textFor,
  withoutQuotes,
  type Viewer,
} from '../text-for.ts';
import type { Enquiry, Note, Reply } from '../words.ts';
import { place, placesIn } from './triage-seen.ts';

/** One thing said in the thread, by them, by us or between colleagues. */
export const said = z.strictObject({
  id: z.uuid(),
  by: z.enum(['them', 'us', 'colleague']),
  name: z.string(),
  text: z.string(),
  because: z.array(place).describe('Where the words stand that caused its labels'),
  at: z.iso.datetime(),
  /** State of the enquiry, or of the reply. */
  state: z.string(),
  kind: z.string(),
  pictures: z.array(
    z.strictObject({
      alt: z.string(),
      url: z.string().nullable().describe('Nothing where it is not for your eyes now'),
      hidden: z.enum(['unasked', 'person', 'document']).nullable(),
    }),
  ),
  permalink: z.string().nullable(),
  changed: z.boolean(),
  first: z.string().nullable().describe('What it said first, where its author changed it'),
  enquiry: z.uuid(),
  why: z.string().nullable().describe('Why it was refused or is held back'),
  kinds: z.array(z.string()).describe('Kinds of personal details that were noticed in it'),
  masked: z.boolean().describe('Whether details are masked for you'),
  erasedAt: z.iso.datetime().nullable().describe('When its words were deleted'),
});
export type Said = z.output<typeof said>;

const nothing = {
  because: [],
  pictures: [],
  permalink: null,
  changed: false,
  first: null,
  why: null,
  kinds: [],
  masked: false,
  erasedAt: null,
};

/** The columns that a message in a thread needs: never the whole row. */
export const saidColumns = [
  'id',
  'author_name',
  'author_handle',
  'text',
  'received_at',
  'state',
  'kind',
  'pictures',
  'permalink',
  'changed_after_receipt',
  'text_at_receipt',
  'follows',
  'erased_at',
  'labels',
  ...readingColumns,
] as const;

type Shown = Pick<Enquiry, (typeof saidColumns)[number]>;

/** Which of these messages somebody reads as they were written: what is answered with one goes with it. */
export function readableTo(messages: readonly Shown[], viewer: Viewer): ReadonlySet<string> {
  const own = new Set(messages.filter((row) => mayRead(row, viewer)).map((row) => row.id));
  const along = messages.filter((row) => row.follows !== null && own.has(row.follows)).map((row) => row.id);
  return new Set([...own, ...along]);
}

export function theirs(row: Shown, viewer: Viewer, readable: ReadonlySet<string>): Said {
  const details = detailsOf(row);
  const kinds = kindsIn(details);
  const open = readable.has(row.id);
  const text = open ? row.text : textFor(row, viewer);
  return {
    id: row.id,
    by: 'them',
    name: row.author_name || row.author_handle,
    text,
    because: placesIn(text, row.labels),
    at: row.received_at.toString(),
    state: row.state,
    kind: row.kind,
    pictures: picturesFor(row, viewer),
    permalink: row.permalink,
    changed: row.changed_after_receipt,
    first:
      row.text_at_receipt !== null && !open ? mask(row.text_at_receipt, details.first) : row.text_at_receipt,
    enquiry: row.id,
    why: null,
    kinds: kinds.map(kindInWords),
    masked: kinds.length > 0 && !open,
    erasedAt: row.erased_at?.toString() ?? null,
  };
}

/** What we wrote, without what it repeats of a message that is masked for whoever looks. */
export const ours = (row: Reply, name: string, masked: Shown | undefined): Said => ({
  ...nothing,
  id: row.id,
  by: 'us',
  name,
  text: masked ? withoutQuotes(row.text, masked) : row.text,
  at: (row.sent_at ?? row.created_at).toString(),
  state: row.state,
  kind: row.kind,
  permalink: row.permalink,
  enquiry: row.enquiry,
  why: row.refused_why ?? row.held_why,
});

export const between = (row: Note, name: string, masked: Shown | undefined): Said => ({
  ...nothing,
  id: row.id,
  by: 'colleague',
  name,
  text: masked ? maskFound(withoutQuotes(row.text, masked)) : row.text,
  at: row.created_at.toString(),
  state: row.state,
  kind: 'note',
  enquiry: row.enquiry,
});

/** One line of the history: who did what, under which clause. */
export const historyLine = z.strictObject({
  id: z.uuid(),
  at: z.iso.datetime(),
  who: z.string(),
  command: z.string(),
  rule: z.string(),
  clause: z.string(),
  policy: z.string(),
  to: z.string(),
});

/** The person’s id of an actor; empty for a part of the program. */
export const personOf = (actor: string): string =>
  actor.startsWith('person:') ? actor.slice('person:'.length) : '';

export const asHistory = (
  { entry }: TrailLine,
  nameOf: (person: string) => string,
): z.output<typeof historyLine> => {
  const { id, at, actor, command, rule, clause, policy, to } = entry;
  const who = personOf(actor) === '' ? actor : nameOf(personOf(actor));
  return { id, at, who, command, rule, clause, policy, to };
};
