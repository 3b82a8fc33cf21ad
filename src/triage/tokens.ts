import { sentencesOf, type Span } from '#text/index.ts';

/** A word as the reader compares it: lower case, compatibility form, without apostrophes. */
export interface Token extends Span {
  readonly word: string;
}

/** Letters and figures with apostrophes inside; each sign of a script without spaces; each emoji. */
const token = /\p{Script=Han}|[\p{L}\p{N}\p{M}]+(?:['’‘`*][\p{L}\p{M}]+)*|\p{Extended_Pictographic}/gu;
const plain = /^[a-z0-9]+$/;
const marks = /['’‘`*\p{Default_Ignorable_Code_Point}]/gu;

export function tokensOf(text: string): Token[] {
  const found: Token[] = [];
  for (const match of text.matchAll(token)) {
    const word = compared(match[0]);
    if (word !== '') found.push({ word, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

function compared(text: string): string {
  const low = text.toLowerCase();
  return plain.test(low) ? low : low.normalize('NFKC').replaceAll(marks, '');
}

/** Tokens that a reader takes together: a sentence, or a piece of a long one. */
export type Clause = readonly Token[];

const [shortest, longest] = [3, 20];
const joints = new Set(['and', 'but', 'so', 'because', 'then', 'also', 'plus', 'anyway', 'though', 'while']);

/** A text's sentences as tokens; long ones in pieces, fragments joined to what follows. */
export function clausesOf(text: string): Clause[] {
  const tokens = tokensOf(text);
  const clauses: Token[][] = [];
  let at = 0;
  for (const sentence of sentencesOf(text)) {
    const inside: Token[] = [];
    for (let one = tokens[at]; one && one.start < sentence.end; one = tokens[++at]) inside.push(one);
    for (const one of stopped(text, inside)) clauses.push(...pieces(text, one));
  }
  return joined(clauses);
}

const shortened = /^(?:mr|mrs|ms|dr|st|prof|no|approx|etc|eg|ie|vs)$/;

/** Parts at full stops: the segmenter sees no end where people begin the next sentence in lower case. */
function stopped(text: string, tokens: readonly Token[]): Token[][] {
  const found: Token[][] = [];
  tokens.forEach((token, at) => {
    const last = tokens[at - 1];
    const ends = last && /[.!?…]\s/.test(text.slice(last.end, token.start)) && !shortened.test(last.word);
    if (!last || ends) found.push([]);
    found.at(-1)?.push(token);
  });
  return found;
}

function pieces(text: string, tokens: Token[]): Token[][] {
  if (tokens.length <= longest) return tokens.length > 0 ? [tokens] : [];
  const found: Token[][] = [];
  let from = 0;
  for (let at = 1; at < tokens.length; at += 1) {
    const long = at - from;
    const [last, next] = [tokens[at - 1], tokens[at]];
    if (!last || !next || long < 8) continue;
    const broken = /[,;:–—()-]/.test(text.slice(last.end, next.start)) || joints.has(next.word);
    if ((long >= 12 && broken) || long >= longest) {
      found.push(tokens.slice(from, at));
      from = at;
    }
  }
  found.push(tokens.slice(from));
  return found;
}

function joined(clauses: readonly Token[][]): Token[][] {
  const found: Token[][] = [];
  let open: Token[] = [];
  for (const clause of clauses) {
    open = [...open, ...clause];
    if (open.length < shortest) continue;
    found.push(open);
    open = [];
  }
  const last = found.at(-1);
  if (open.length > 0 && last) last.push(...open);
  else if (open.length > 0) found.push(open);
  return found;
}
