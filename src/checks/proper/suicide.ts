import { check, inBody, matching, type Found } from '../check.ts';
import lists from '../words/suicide.json' with { type: 'json' };

const any = (patterns: readonly string[]): RegExp => new RegExp(`\\b(?:${patterns.join('|')})\\b`, 'g');
const unkind = any(lists.words);
const about = any(lists.about);
/** How, which says by itself what it is about, and how only where the text is about it. */
const method = any(lists.plainMethod);
const methodBeside = any(lists.method);
const help = new RegExp(`\\b(?:${lists.help.join('|')})\\b`);
const matter = new RegExp(
  `\\b(?:${[...lists.about, '(?:killed|kill|killing) (?:him|her|them)sel(?:f|ves)', '(?:took|taken|ended|end|ending|taking) (?:his|her|their) (?:own )?li(?:fe|ves)', 'on purpose', 'deliberately'].join('|')})\\b`,
);
/** Not a method but talk of it: helplines, research, rules about writing. */
const harmless = /\b(?:no|any|prevent\w*|research|talk about|describ\w*|mention\w*|detail\w*) $/;

/** `died by suicide`, no single cause, no victory or failure; and always somebody to turn to. */
export const suicideWords = check(
  'checks.suicide-words',
  'CNT-12',
  function* look({ body }): Generator<Found> {
    let spoken = false;
    for (const { match, span } of matching(body, unkind)) {
      spoken = true;
      const committed = match[0].startsWith('commit') && match[0].endsWith('suicide');
      const message =
        'Speak of it with care: “died by suicide”. It is no crime, no success, and has no single cause.';
      yield committed && match[0] === 'committed suicide'
        ? inBody(span, message, 'died by suicide')
        : inBody(span, message);
    }
    if (help.test(body.folded.text)) return;
    const first = matching(body, about).next().value;
    if (first)
      yield inBody(
        first.span,
        'Say who people can turn to: Samaritans on 116 123, any time, or 999 in danger.',
      );
    else if (spoken)
      yield inBody(
        { start: 0, end: body.text.length },
        'Say who people can turn to: Samaritans on 116 123, any time, or 999 in danger.',
      );
  },
);

/** Nothing of how or where: it puts others at risk. */
export const suicideMethod = check(
  'checks.suicide-method',
  'CNT-12',
  function* look({ body }): Generator<Found> {
    const { text } = body.folded;
    for (const pattern of matter.test(text) ? [method, methodBeside] : [method])
      for (const { match, span } of matching(body, pattern)) {
        if (harmless.test(text.slice(Math.max(0, match.index - 20), match.index))) continue;
        yield inBody(span, 'Say nothing of how or where it happened. It can put other people at risk.');
      }
  },
  2,
);

const distressing =
  /\b(?:suicide|self[- ]harm|stillbirth|stillborn|miscarriage|baby loss|child(?:hood)? abuse|sexual (?:abuse|assault|violence)|rape|domestic (?:abuse|violence)|torture|graphic|death of a child|bereaved parents|murder(?:ed)?|genital mutilation|fgm)\b/g;
const warned =
  /\b(?:content|trigger) (?:warning|note)\b|\b(?:cw|tw):|\bplease be aware this\b|\bcontains (?:references|mention|discussion)\b|\bsome (?:people|readers|viewers) may find\b|\bmay be (?:upsetting|distressing)\b/;

/** What may hurt is announced, so that people can turn away. */
export const contentWarning = check(
  'checks.content-warning',
  'CNT-13',
  function* look({ body }): Generator<Found> {
    if (warned.test(body.folded.text)) return;
    const first = matching(body, distressing).next().value;
    if (first)
      yield inBody(first.span, 'Say in the first line what this is about, so that people can choose.');
  },
);
