import { LinkifyIt } from 'linkify-it';
import type { Span } from './span.ts';

export interface Link extends Span {
  readonly text: string;
  /** As a browser would open it. */
  readonly url: string;
  /** Lower case, without `www.`; empty where the address has none. */
  readonly host: string;
  readonly path: string;
}

/** Endings under which bare addresses are looked for. Not every ending there is: a missing space after a full stop makes a host of any two words. */
const endings =
  'com org net info biz uk eu ie io ly gl gd tv co me be app dev health care wales cymru scot london xyz shop store online site link page club top live help support gy cc tt in at al st';
const finder = new LinkifyIt({
  fuzzyLink: true,
  fuzzyEmail: true,
  tlds: endings.split(' '),
  maxLength: 2000,
});
/** `open.Me too` is two sentences; `bit.ly/x` and `example.nhs.uk` are addresses. */
const twoSentences =
  /^[^/:]*\.(?:\p{Lu}[^./]*|(?:co|me|be|live|help|support|top|care|link|page|site|club|store|shop|health|in|at|st|al|gy|cc|tt))$/u;

const longest = 1500;
const endless = /\S{1501,}/g;

/** Web addresses, with or without a scheme. E-mail addresses are personal data, not links. */
export function linksOf(text: string): Link[] {
  if (!/[.:]/.test(text)) return [];
  // No address is so long; looking for one in it takes the square of its length.
  const looked =
    text.length <= longest
      ? text
      : text.replaceAll(endless, (run) => run.slice(0, longest).padEnd(run.length));
  return (finder.match(looked) ?? [])
    .filter((one) => one.schema !== 'mailto:' && !(one.schema === '' && twoSentences.test(one.raw)))
    .map((one) => {
      const parsed = URL.parse(one.url);
      return {
        text: one.raw,
        url: one.url,
        host: (parsed?.hostname ?? '').replace(/^www\./, ''),
        path: parsed?.pathname ?? '',
        start: one.index,
        end: one.lastIndex,
      };
    });
}

/** Is this host, or a part of it, on the list? `news.essex.nhs.uk` is on a list that holds `nhs.uk`. */
export const hostOn = (host: string, list: readonly string[]): boolean =>
  list.some((one) => host === one || host.endsWith(`.${one}`));
