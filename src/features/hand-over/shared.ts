import type { EnquiryToHandOver } from '#features/inbox/index.ts';
import { findPersonalData, mask, read } from '#text/index.ts';
import { part } from './content.ts';
import type { Content } from './words.ts';

/** What may be chosen for a copy to a partner. */
export const fieldNames = {
  words: 'What was said',
  link: 'Where it stands',
  network: 'On which network',
  when: 'When it was said',
  author: 'Who said it',
  note: 'A note of ours',
} as const;
export type FieldName = keyof typeof fieldNames;

export interface Chosen {
  readonly fields: readonly FieldName[];
  readonly note: string | undefined;
  /** True where somebody said why this partner needs the details of people too. */
  readonly details: boolean;
}

/** Where the author's own handle would stand in an address or a text. */
const author = '[who said it]';

/**
 * The copy exactly as a partner will read it: only what was chosen, and the details of people masked in every part of
 * it unless they were asked for by name.
 */
export function copyFor(said: EnquiryToHandOver, chosen: Chosen, zone: string): Content {
  const shown = (words: string): string => (chosen.details ? words : masked(words, said));
  const parts: Record<FieldName, string | null> = {
    words: shown(said.text),
    // An address often holds its author's handle.
    link: said.permalink === null ? null : shown(said.permalink),
    network: said.network,
    when: said.received_at
      .toZonedDateTimeISO(zone)
      .toPlainDateTime()
      .toString({ smallestUnit: 'minute' })
      .replace('T', ', '),
    author: chosen.details ? `${said.author_name} (${said.author_handle})` : author,
    note: chosen.note === undefined ? null : shown(chosen.note),
  };
  return { parts: chosen.fields.flatMap((field) => part(fieldNames[field], parts[field])) };
}

function masked(words: string, { author_handle: handle, author_name: name }: EnquiryToHandOver): string {
  const found = mask(words, findPersonalData(read(words)));
  return [handle, name].filter((one) => one.length > 2).reduce((text, one) => replaced(text, one), found);
}

/** Each place where it stands, however it is written there. */
const replaced = (text: string, what: string): string =>
  text.replaceAll(new RegExp(what.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`), 'giu'), author);
