import { foreignLetters, isCommonWord } from '#text/index.ts';

/** Letters of other alphabets, and figures, that pass for Latin letters. */
const passing: Readonly<Record<string, string>> = {
  ...foreignLetters,
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  $: 's',
  '!': 'i',
  '|': 'l',
};

const bare = (handle: string): string => handle.trim().replace(/^@/, '').split('@')[0] ?? '';

/** Only letters and figures, in small letters. */
export const squeezed = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

/** What a hasty reader takes it for: figures and foreign letters as the Latin ones that they pass for, `rn` as `m`. */
export const taken = (text: string): string =>
  Array.from(text.normalize('NFKD').replaceAll(/\p{M}/gu, ''))
    .map((one, at, all) => {
      const letter = passing[one] ?? passing[one.toLowerCase()];
      return letter === undefined
        ? one
        : isLarge(one, all[at - 1] ?? all[at + 1] ?? '')
          ? letter.toUpperCase()
          : letter;
    })
    .join('')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w');

/** A figure is as large as the letter beside it. */
const isLarge = (one: string, beside: string): boolean => /\p{Lu}/u.test(/\p{L}/u.test(one) ? one : beside);

/** `JoeBloggsMSEICS_2` → `Joe`, `Bloggs`, `MSEICS`: parts by case, figures and signs. */
export const partsOf = (handle: string): string[] =>
  bare(handle).match(/\p{Lu}{2,}(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}/gu) ?? [];

const shortest = 6;
/** What stands beside a short name in a handle without being one. */
const beside = ['nhs', 'icb', 'ics', 'icp', 'hcp', 'ccg', 'council', 'trust', 'uk', 'hq', 'official'];

/** Does the handle carry one of the names? Letters that merely meet across two words do not count. */
export function carries(handle: string, names: readonly string[]): boolean {
  const whole = squeezed(bare(handle));
  const parts = partsOf(handle).map((one) => one.toLowerCase());
  return names.map(squeezed).some((name) => {
    if (name === '') return false;
    if (name.length >= shortest && whole.includes(name)) return true;
    return parts.some((part) => madeOf(part, name) || endsWith(part, name)) || joined(parts).includes(name);
  });
}

/** `mseics` is made of `mse` and `ics`. */
function madeOf(part: string, name: string): boolean {
  let rest = part;
  let met = false;
  while (rest !== '') {
    const next = [name, ...beside].find((one) => rest.startsWith(one));
    if (next === undefined) return false;
    met ||= next === name;
    rest = rest.slice(next.length);
  }
  return met;
}

/** In a handle without capitals: the name first or last, unless it ends an everyday word. */
function endsWith(part: string, name: string): boolean {
  if (name.length < 3 || part.length < name.length + 3) return false;
  if (part.startsWith(name))
    return (
      !isCommonWord(part) && ![4, 5, 6, 7].some((more) => isCommonWord(part.slice(0, name.length + more)))
    );
  return (
    part.endsWith(name) && ![1, 2, 3, 4, 5].some((more) => isCommonWord(part.slice(-name.length - more)))
  );
}

/** Single capitals side by side: `M_S_E`. */
const joined = (parts: readonly string[]): readonly string[] => {
  const letters = parts.filter((one) => one.length === 1).join('');
  return letters.length > 1 ? [letters] : [];
};

/**
 * Names under which an organisation is known when it has named none itself: its name, the part without its kind, and
 * their initials.
 */
export function namesOf(organisation: string): string[] {
  const words = organisation.replace(/^NHS /, '').split(/\s+/);
  const place = organisation
    .replace(/^NHS /, '')
    .replace(
      / (?:Integrated Care (?:Board|System)|NHS (?:Foundation )?Trust|Council|Borough Council|City Council)$/i,
      '',
    );
  const initials = (list: readonly string[]): string =>
    list
      .filter((one) => /^\p{Lu}/u.test(one))
      .map((one) => one.charAt(0))
      .join('');
  const short = [initials(words), initials(place.split(/\s+/))].filter((one) => one.length >= 3);
  return [...new Set([organisation, place, place.replaceAll(/\band\b/gi, ''), ...short])];
}
