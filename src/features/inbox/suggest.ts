import type { SignpostChoice } from '#features/people/index.ts';

export interface Suggested extends SignpostChoice {
  /** What was said that points to this entry; none where nothing did. */
  readonly because: readonly string[];
  /** The label of the message that points to it, in the policy's words. */
  readonly label?: string | undefined;
}

/** What the message is about, and words by which the directory's entry for it is found. */
export interface Lead {
  readonly name: string;
  readonly doors: readonly string[];
}

const tokensOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((token) => token !== '');

/** Short words must be the same; of longer ones an ending may differ: “appointment” finds “appointments”. */
const isSaid = (wanted: string, said: string | undefined): boolean =>
  said === wanted || (wanted.length >= 4 && said?.startsWith(wanted) === true);

const taken = new Map<string, readonly string[]>();

/** The directory's phrases come again with every message, so each is taken apart once. */
function tokensOfPhrase(phrase: string): readonly string[] {
  const known = taken.get(phrase);
  if (known) return known;
  const tokens = tokensOf(phrase);
  if (taken.size >= 5000) taken.clear();
  taken.set(phrase, tokens);
  return tokens;
}

function holds(said: readonly string[], phrase: string): boolean {
  const wanted = tokensOfPhrase(phrase);
  if (wanted.length === 0) return false;
  return said.some((_, start) => wanted.every((token, offset) => isSaid(token, said[start + offset])));
}

/**
 * The directory for one message: entries of which a topic or a word was said come first, those with most of them
 * before the others. It suggests, a person picks: every entry stays on the list.
 */
export function suggestFor(text: string, entries: readonly SignpostChoice[], lead?: Lead): Suggested[] {
  const said = tokensOf(text);
  return entries
    .map((entry) => {
      const phrases = [entry.name, ...entry.words.split(',')].map((phrase) => phrase.trim());
      const because = [...new Set(phrases)].filter((phrase) => holds(said, phrase));
      const label = lead && isDoorFor(lead, entry) ? lead.name : undefined;
      if (because.length === 0 && label === undefined) return { ...entry, because };
      if (because.length === 0) {
        return { ...entry, because, label, hint: hinted(`Suggested: it looks like “${label}”.`, entry) };
      }
      const words = because.map((phrase) => `“${phrase}”`).join(', ');
      return { ...entry, because, label, hint: hinted(`Suggested: it says ${words}.`, entry) };
    })
    .toSorted((a, b) => weightOf(b) - weightOf(a));
}

const hinted = (words: string, { hint }: SignpostChoice): string =>
  hint === undefined ? words : `${words} ${hint}`;

/** What was said outright counts for more than what triage takes it to be about. */
const weightOf = ({ because, label }: Suggested): number => because.length + (label === undefined ? 0 : 0.5);

const isDoorFor = ({ doors }: Lead, { name, words }: SignpostChoice): boolean => {
  const its = tokensOf(`${name} ${words}`);
  return doors.some((door) => holds(its, door));
};
