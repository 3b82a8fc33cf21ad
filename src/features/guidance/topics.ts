import { ruleNames, type RuleName } from '#policy/index.ts';

export interface Topic {
  readonly id: string;
  readonly title: string;
  readonly rules: readonly RuleName[];
}

/** What is looked at before something goes out, in the order in which people ask about it. */
const named: readonly Topic[] = [
  {
    id: 'people',
    title: 'People: their details, their care, their pictures',
    rules: [
      'checks.personal-data',
      'checks.named-person',
      'checks.patients',
      'checks.health-details',
      'checks.place-details',
      'checks.children',
      'checks.staff-accused',
      'checks.consent',
      'checks.medical-advice',
      'checks.under-fives',
      'checks.suicide-words',
      'checks.suicide-method',
      'checks.content-warning',
    ],
  },
  {
    id: 'tone',
    title: 'How it sounds',
    rules: [
      'checks.tone',
      'checks.swearing',
      'checks.aggression',
      'checks.people-words',
      'checks.ages',
      'checks.skin',
      'checks.no-promises',
    ],
  },
  {
    id: 'ours-to-say',
    title: 'What is ours to say',
    rules: [
      'checks.legal',
      'checks.right-account',
      'checks.announcement',
      'checks.incident',
      'checks.credit',
      'checks.statistics',
      'checks.licence',
      'checks.endorsement',
      'checks.paid',
    ],
  },
  {
    id: 'elections',
    title: 'Politics and elections',
    rules: [
      'checks.party-politics',
      'checks.parties-named',
      'checks.election-announcement',
      'checks.election-consultation',
      'checks.election-events',
    ],
  },
  {
    id: 'pictures',
    title: 'Pictures, films and sound that everybody can follow',
    rules: [
      'checks.alt-text',
      'checks.charts',
      'checks.picture-text',
      'checks.contrast',
      'checks.design',
      'checks.alt-length',
      'checks.alt-opening',
      'checks.alt-real',
      'checks.alt-unsupported',
      'checks.picture-words',
      'checks.captions',
      'checks.captions-checked',
      'checks.live',
      'checks.sign-language',
      'checks.background',
      'checks.described',
      'checks.transcript',
      'checks.flashing',
      'checks.moving',
    ],
  },
  {
    id: 'letters',
    title: 'Tags, emoji, letters and links',
    rules: [
      'checks.hashtag-capitals',
      'checks.hashtag-count',
      'checks.emoji-count',
      'checks.emoji-place',
      'checks.emoji-words',
      'checks.text-art',
      'checks.styled-letters',
      'checks.symbols',
      'checks.capitals',
      'checks.link-count',
      'checks.link-words',
      'checks.short-links',
      'checks.trusted-hosts',
      'checks.file-links',
      'checks.colour-alone',
      'checks.formatting',
      'checks.thread',
      'checks.reposts',
      'checks.language',
      'checks.off-network',
      'checks.length',
    ],
  },
  {
    id: 'plain-english',
    title: 'Plain English',
    rules: [
      'checks.sentence-length',
      'checks.paragraphs',
      'checks.reading-age',
      'checks.acronyms',
      'checks.plain-words',
      'checks.office-words',
      'checks.spelling',
      'checks.repeated-words',
      'checks.numbers',
      'checks.dates',
      'checks.weekdays',
      'checks.times',
      'checks.ranges',
      'checks.percentages',
      'checks.contractions',
      'checks.apostrophes',
      'checks.title-case',
      'checks.singular',
      'checks.condition-names',
      'checks.latin',
      'checks.units',
      'checks.passive',
    ],
  },
  {
    id: 'profiles',
    title: 'Your profile and your handle',
    rules: [
      'profiles.who',
      'profiles.own-views',
      'profiles.no-shield',
      'profiles.fitting',
      'handles.personal',
      'handles.departmental',
      'handles.look-alike',
      'accounts.named',
      'accounts.picture',
      'accounts.profile',
    ],
  },
];

const listed = new Set(named.flatMap((topic) => topic.rules));

/** Every rule that this page goes by: those about a text, a handle, a profile or an account. */
export const rulesHere: readonly RuleName[] = ruleNames.filter((rule) =>
  /^(?:checks|handles|profiles|accounts)\./.test(rule),
);

/** A rule that is new stands last until somebody gives it its place. */
const besides: Topic = {
  id: 'besides',
  title: 'And besides',
  rules: rulesHere.filter((rule) => !listed.has(rule)),
};

export const topics: readonly Topic[] = besides.rules.length > 0 ? [...named, besides] : named;
