import { hostOn, type Link } from '#text/index.ts';
import { check, inBody, type Found } from '../check.ts';
import lists from '../words/hosts.json' with { type: 'json' };

/** One thing to do, one place to go. */
export const linkCount = check(
  'checks.link-count',
  'ACC-23',
  function* look({ body }, { most }): Generator<Found> {
    const beyond = body.links[most];
    if (beyond)
      yield inBody(
        beyond,
        `There are ${body.links.length} links. Keep ${most === 1 ? 'the one' : `the ${most}`} that people need most.`,
      );
  },
);

const empty =
  /(?:^|[\s:(])(?:(?:click|tap|press)(?: (?:on )?(?:here|this|the link|below))?|here|read more|more info(?:rmation)?|find out more|learn more|more|link|see more)(?:[\s:→>-]|\p{So}|\uFE0F)*$/iu;
const inProfile =
  /\b(?:link|links) (?:is |are )?(?:in|on) (?:our |my |the )?(?:bio|profile)\b|\bclick here\b(?!\s*[:→>-]?\s*(?:https?:|www))/gi;

/** `look for Flu clinics through the link in our bio` */
const namesPage =
  /\b(?:look for|choose|select|find|open|go to|under|called|titled) [^.!?\n]{3,60}\b(?:in|at|through|via|from|using|with|by) (?:the |our )?$|\b(?:page|form|guide|timetable|map|list|survey) (?:for|about|of|on|to) [^.!?\n]{3,40}\bis (?:the |our )?(?:\w+ )?$/i;

/** What stands before a link says what is behind it. */
export const linkWords = check('checks.link-words', 'ACC-23', function* look({ body }) {
  for (const link of body.links) {
    const line =
      body.text
        .slice(Math.max(0, link.start - 120), link.start)
        .split(/[\n.!?]/)
        .at(-1) ?? '';
    if (empty.test(line) && (line.match(/[\p{L}]+/gu)?.length ?? 0) <= 4)
      yield inBody(link, 'Say where this link goes: “Book your vaccine at …” rather than “click here”.');
  }
  for (const match of body.text.matchAll(inProfile)) {
    if (namesPage.test(body.text.slice(Math.max(0, match.index - 80), match.index))) continue;
    yield inBody(
      { start: match.index, end: match.index + match[0].length },
      'Name the page that people should look for, or give its address.',
    );
  }
});

/** `nhs-uk.com`, `nhs.uk.info`, letters of other alphabets. */
const looksPublic = /(?:^|[.-])(?:nhs|gov)[.-]uk(?:[.-]|$)|^xn--|\.xn--/;

/** Nobody can see where it goes, and criminals use the same hosts. */
export const shortLinks = check('checks.short-links', 'ACC-24', function* look({ body }) {
  for (const link of body.links) {
    if (hostOn(link.host, lists.shorteners))
      yield inBody(link, `${link.host} hides where the link goes. Give the whole address.`);
    else if (looksPublic.test(link.host) && !hostOn(link.host, lists.public))
      yield inBody(link, `${link.host} only looks like an address of a public body. Check where it leads.`);
  }
});

/** Only where the organisation has said which hosts it trusts. */
export const trustedHosts = check(
  'checks.trusted-hosts',
  'ACC-24',
  function* look({ body }, _, { trustedHosts = [] }): Generator<Found> {
    if (trustedHosts.length === 0) return;
    for (const link of body.links)
      if (
        link.host !== '' &&
        !hostOn(link.host, [...trustedHosts, ...lists.public]) &&
        !hostOn(link.host, lists.shorteners)
      )
        yield inBody(
          link,
          `${link.host} is not on the list of addresses that we trust. Check it, and credit it as another’s.`,
        );
  },
);

const file = /\.(pdf|docx?|xlsx?|pptx?|zip|csv)$/i;
const said = (text: string, { start, end }: Link): boolean =>
  /\b(?:pdf|word|excel|powerpoint|spreadsheet|\d+ ?[km]b)\b/i.test(
    text.slice(Math.max(0, start - 60), start) + text.slice(end, end + 30),
  );

/** A file opens in something else, and costs data. */
export const fileLinks = check('checks.file-links', 'ACC-25', function* look({ body }): Generator<Found> {
  for (const link of body.links) {
    const type = file.exec(link.path)?.[1];
    if (type === undefined) continue;
    const message = `This opens a ${type.toUpperCase()} file. Link to a page if there is one; else say its type and size.`;
    yield { ...inBody(link, message), ...(said(body.text, link) ? { lesser: true } : {}) };
  }
});
