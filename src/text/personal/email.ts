import { datum, type Detector, type OwnDetails } from './datum.ts';
import { spanOf } from '../span.ts';
import { hostOn } from '../links.ts';
import { isCommonWord } from '../split-words.ts';
import open from '../words/open-numbers.json' with { type: 'json' };

const address = /[a-z0-9][a-z0-9._%+'-]{0,63}@([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,4}\.[a-z]{2,18})\b/g;
/** `jo dot smith at example dot com`, `jo(at)example.com`, with one space where people put one. */
const spelt =
  /\b[a-z0-9][a-z0-9._+-]{0,40}(?: (?:dot|underscore|dash) [a-z0-9]{1,30}){0,2} ?(?:\(at\)|\[at\]|\{at\}| at |@) ?([a-z0-9-]{2,40}) ?(?:\(dot\)|\[dot\]|\{dot\}| dot ) ?[a-z]{2,10}(?: ?(?:\.|\(dot\)|\[dot\]|\{dot\}| dot ) ?[a-z]{2,4})?\b/g;
const provider =
  /\b[a-z0-9][a-z0-9._+-]{0,40} ?(?:\(at\)|\[at\]| at |@ | @ ?) ?(?:gmail|googlemail|hotmail|outlook|yahoo|icloud|live|aol|btinternet|sky|virginmedia|talktalk|protonmail|nhs)\.(?:com|co\.uk|net|org)\b/g;

/** The sign in brackets needs no spelt dot. */
const bracketed = /\b[a-z0-9][a-z0-9._+-]{0,40} ?[([{]at[)\]}] ?[a-z0-9-]{1,40}(?:\.[a-z0-9-]{1,40}){1,4}\b/g;
/** A space around the sign, a comma for the dot, or the end left out. */
const loose =
  /(?<![a-z0-9])[a-z0-9][a-z0-9._%+-]{1,40}(?: ?@ | @)[a-z0-9-]{2,40}(?:\.[a-z0-9-]{1,40}){0,2}[.,][a-z]{2,6}\b/g;
const halfProvider =
  /\b([a-z0-9][a-z0-9._+-]{2,40}) ?(?:@| at ) ?(?:gmail|googlemail|hotmail|outlook|yahoo|icloud|aol|btinternet|protonmail)(?:,(?:com|co))?\b(?![.\w])/g;

const isOpen = (text: string, host: string, own: OwnDetails): boolean =>
  hostOn(host, own.ownHosts ?? []) ||
  (hostOn(host, open.publicHosts) && open.roleMailboxes.some((one) => text.startsWith(one)));

/** `look at example dot com` is a web page. */
const isPage = (text: string): boolean =>
  /^(?:look|see|more|info|visit|is|it|find|read|book|online|website|here|available|details|page|met|be|are|go|us|out|apply|shop|order|buy|live|work|works|worked|job|register|up|us)\b(?! ?[._]| dot )/.test(
    text,
  );

export const email: Detector = function* email(reading, own) {
  const { text } = reading.folded;
  if (text.includes('@')) {
    for (const match of text.matchAll(address)) {
      if (!isOpen(match[0], match[1] ?? '', own)) yield datum(reading, 'email', spanOf(match), 'high');
    }
    for (const match of text.matchAll(loose)) {
      const named = /[\d._]\S* ?@|@ ?(?:gmail|hotmail|outlook|yahoo|icloud|live|aol|btinternet|sky)\b/.test(
        match[0],
      );
      if (!isPage(match[0]) && (named || cue.test(text.slice(Math.max(0, match.index - 30), match.index))))
        yield datum(reading, 'email', spanOf(match), 'high');
    }
  }
  if (!/\bat\b|@/.test(text)) return;
  for (const pattern of [spelt, provider, bracketed, halfProvider])
    for (const match of text.matchAll(pattern)) {
      if (pattern !== bracketed && isPage(match[0])) continue;
      if (pattern === halfProvider && !match[0].includes('@') && isCommonWord(match[1] ?? '')) continue;
      yield datum(reading, 'email', spanOf(match), 'high');
    }
};

const cue = /\b(?:e-?mail|mail|write to|contact|reach me|address)\b[^\n]{0,20}$/;
