import type { EnquiryToHandOver } from '#features/inbox/index.ts';
import type { Content } from './words.ts';

/** What a department reads about what was passed on to it. What nobody said is left out, with its heading. */
export function forDepartment(said: EnquiryToHandOver): Content {
  const reach =
    said.contact ?? `They gave no other way: answer them where they wrote. ${said.permalink ?? ''}`;
  return {
    parts: [
      ...part('What we ask of you', said.summary),
      ...part('What they wrote', said.text),
      ...part('Who wrote it', authorOf(said)),
      ...part('How to reach them', reach),
    ],
  };
}

const authorOf = ({ author_name: name, author_handle: handle }: EnquiryToHandOver): string =>
  name === '' || name === handle ? handle : `${name} (${handle})`;

export const part = (heading: string, words: string | null): Content['parts'] =>
  words === null || words.trim() === '' ? [] : [{ heading, words: words.trim() }];

/** A message as it stood: kept where it may be changed or taken away by its author. */
export const asEvidence = (said: EnquiryToHandOver): Content => ({
  parts: [
    ...part('What they wrote', said.text),
    ...part('Who wrote it', authorOf(said)),
    ...part(
      'Where',
      `${said.network}, to ${said.account_name}${said.permalink === null ? '' : `: ${said.permalink}`}`,
    ),
    ...part('When', said.received_at.toString()),
  ],
});
