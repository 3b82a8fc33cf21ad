import type { EnquiryToHandOver } from '#features/inbox/index.ts';
import type { Content } from './words.ts';

/** What a department reads about what was passed on to it. What nobody said is left out, with its heading. */
export function forDepartment(said: EnquiryToHandOver): Content {
  const author = said.author_name === '' ? said.author_handle : `${said.author_name} (${said.author_handle})`;
  const reach =
    said.contact ?? `They gave no other way: answer them where they wrote. ${said.permalink ?? ''}`;
  return {
    parts: [
      ...part('What we ask of you', said.summary),
      ...part('What they wrote', said.text),
      ...part('Who wrote it', author),
      ...part('How to reach them', reach),
    ],
  };
}

export const part = (heading: string, words: string | null): Content['parts'] =>
  words === null || words.trim() === '' ? [] : [{ heading, words: words.trim() }];
