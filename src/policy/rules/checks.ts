import { z } from 'zod';
import { rule, type RuleSpec } from '../rule.ts';

/** What a finding asks of people, from the least to the most. */
export const severities = ['note', 'warn', 'needs-approval', 'needs-role', 'block'] as const;
const severity = z.enum(severities);

/** `role`: who decides where a named role is needed, or who may override a block; none where nobody may. */
const grave = { severity, role: z.string().min(1).optional() };
const count = z.number().int().min(0).max(100_000);

/** A check whose only value is how grave it is. */
const check = (about: string, words: string) => rule(about, z.strictObject(grave), () => words);

/** A check with numbers of its own; a citation says them unless they are ours. */
function counting<F extends string>(
  about: string,
  fields: Readonly<Record<F, z.ZodNumber>>,
  words: (value: Readonly<Record<F, number>>) => string,
  withoutNumbers: string,
): RuleSpec<{ severity: (typeof severities)[number]; role?: string | undefined } & Record<F, number>> {
  const shape = z.strictObject({ ...grave, ...fields }) as unknown as z.ZodType<
    { severity: (typeof severities)[number]; role?: string | undefined } & Record<F, number>
  >;
  const names = Object.keys(fields);
  return rule(about, shape, (value, ours) =>
    names.some((name) => ours.includes(name)) ? withoutNumbers : words(value),
  );
}

/** What is looked at before something goes out: everybody can reach it. */
const reachable = {
  'checks.alt-text': check(
    'Each picture has a description, or a reason for having none',
    'describe every picture',
  ),
  'checks.alt-length': counting(
    'A description is short enough to be listened to, and for the network',
    { characters: count },
    ({ characters }) => `descriptions up to ${characters} characters`,
    'keep descriptions short',
  ),
  'checks.alt-opening': check(
    'A description does not begin by saying that it is a picture',
    'do not say “picture of”',
  ),
  'checks.alt-real': check(
    'A description is written for people, not left over from a file',
    'descriptions are real words',
  ),
  'checks.alt-unsupported': check(
    'Where a network holds no descriptions, the post itself describes the picture',
    'describe it in the post',
  ),
  'checks.picture-words': check(
    'What stands in a picture is said outside it too',
    'say the picture’s words too',
  ),
  'checks.captions': counting(
    'Speech in a film can be read',
    { percent: count },
    ({ percent }) => `captions cover ${percent}% of the film`,
    'films have captions',
  ),
  'checks.captions-checked': check(
    'A person has read captions that a machine wrote',
    'a person reads automatic captions',
  ),
  'checks.described': check('What matters in a film is also said in words', 'say what can only be seen'),
  'checks.transcript': check('What is only heard can be read', 'sound has a transcript'),
  'checks.flashing': check('Nothing flashes more than three times in a second', 'nothing flashes'),
  'checks.moving': counting(
    'What moves for long can be stopped',
    { seconds: count },
    ({ seconds }) => `moving over ${seconds} seconds can stop`,
    'what moves can be stopped',
  ),
  'checks.hashtag-capitals': check('Each word of a tag begins with a capital', 'capitals in tags'),
  'checks.hashtag-count': counting(
    'Few tags, and at the end',
    { most: count },
    ({ most }) => `at most ${most} tags, at the end`,
    'few tags, at the end',
  ),
  'checks.emoji-count': counting(
    'Few emoji, none twice, none as bullet points',
    { most: count },
    ({ most }) => `at most ${most} emoji`,
    'few emoji',
  ),
  'checks.emoji-place': check('Emoji come last', 'emoji come last'),
  'checks.emoji-words': check('No emoji stands for a word', 'no emoji in place of words'),
  'checks.text-art': check('No faces or pictures made of signs', 'no pictures made of signs'),
  'checks.styled-letters': check('No letters that only look like letters', 'plain letters only'),
  'checks.symbols': check('Signs do not stand for words', 'words instead of signs'),
  'checks.capitals': check('No words in capitals', 'no block capitals'),
  'checks.link-count': counting(
    'Few links in one post',
    { most: count },
    ({ most }) => `at most ${most} link${most === 1 ? '' : 's'} a post`,
    'few links',
  ),
  'checks.link-words': check('The words beside a link say where it goes', 'say where a link goes'),
  'checks.short-links': check('Links can be read before they are followed', 'no shortened links'),
  'checks.trusted-hosts': check('Links lead to addresses that we know', 'link to trusted addresses'),
  'checks.file-links': check('A link to a file says so', 'say that it is a file'),
  'checks.colour-alone': check('Nothing is told by colour or place alone', 'not by colour or place alone'),
  'checks.picture-text': counting(
    'Pictures hold few words, apart from logos',
    { percent: count },
    ({ percent }) => `words fill at most ${percent}% of a picture`,
    'few words in pictures',
  ),
  'checks.charts': check('What a chart, a map or a diagram shows can be read too', 'charts in words too'),
  'checks.contrast': rule(
    'Words in a designed picture stand out from what is behind them',
    z.strictObject({ ...grave, ratio: z.number().min(1).max(21), large: z.number().min(1).max(21) }),
    ({ ratio }, ours) => (ours.includes('ratio') ? 'clear contrast' : `contrast of ${ratio} to 1`),
  ),
  'checks.background': check('Nothing moves behind words, and music is quiet', 'quiet behind words'),
  'checks.live': check('Live film can be followed by everybody', 'live film for everybody'),
  'checks.sign-language': check('Key health films are signed', 'key films are signed'),
  'checks.thread': check(
    'Each part of a thread is numbered and stands alone',
    'number the parts of a thread',
  ),
  'checks.reposts': check('What we share is as accessible as what we write', 'share accessible posts'),
  'checks.language': check('The language of a post is declared', 'declare the language'),
  'checks.formatting': check('Nothing is stressed by bold, italics or lines', 'no bold or italics'),
  'checks.design': check('What we design follows the identity of the health service', 'the house design'),
  'checks.off-network': check('News about services says where else to find it', 'say where else to ask'),
};

/** It is plain English, in the manner of the house. */
const plain = {
  'checks.sentence-length': counting(
    'Sentences are short',
    { words: count, aim: count },
    ({ words }) => `sentences up to ${words} words`,
    'short sentences',
  ),
  'checks.paragraphs': counting(
    'Long texts are broken up',
    { sentences: count, characters: count },
    ({ sentences }) => `paragraphs up to ${sentences} sentences`,
    'short paragraphs',
  ),
  'checks.reading-age': counting(
    'A child of this age could read it',
    { age: count },
    ({ age }) => `readable at ${age}`,
    'easy to read',
  ),
  'checks.acronyms': check('Shortenings are spelled out first', 'spell out shortenings'),
  'checks.plain-words': check(
    'Words that everybody knows, for a public audience',
    'words that everybody knows',
  ),
  'checks.office-words': check('No words of the office', 'no office words'),
  'checks.spelling': check('British spelling without mistakes', 'mind the spelling'),
  'checks.repeated-words': check('No word twice by mistake', 'no word twice'),
  'checks.numbers': check('Numbers in figures, with commas above 999', 'figures for numbers'),
  'checks.dates': check('Dates in full, day first', 'write dates in full'),
  'checks.weekdays': check('A weekday belongs to its date', 'weekday and date agree'),
  'checks.times': check('Times as 5pm and 5:30pm', 'write times as 5:30pm'),
  'checks.ranges': check('“to” between two ends, not a dash', '“to”, not a dash'),
  'checks.percentages': check('“1 in 7 people” rather than a percentage', '1 in 7, not per cent'),
  'checks.contractions': check('“do not” rather than “don’t”', 'write “do not” in full'),
  'checks.apostrophes': check('Straight apostrophes', 'straight apostrophes'),
  'checks.title-case': check('Only names have capitals', 'capitals for names only'),
  'checks.latin': check('“for example” rather than “eg”; “and” rather than “&”', 'no eg, ie, etc or &'),
  'checks.units': check('Degrees, doses and pounds as the health service writes them', 'units the usual way'),
  'checks.singular': check('An organisation is one: “the team is”', 'an organisation is one'),
  'checks.condition-names': check('Names of illnesses in small letters', 'illnesses in small letters'),
  'checks.passive': check('Somebody does something', 'active voice'),
};

/** It is kind, true and ours to say. */
const proper = {
  'checks.tone': check('Warm, and in the first person', 'friendly, first person'),
  'checks.ages': check('Ages in figures, and no word for old people', 'ages in figures'),
  'checks.people-words': check('Words that people use for themselves', 'words that respect people'),
  'checks.skin': check('Signs on the skin are told for every skin', 'think of every skin'),
  'checks.no-promises': check('Nothing is promised to be safe', 'do not promise safety'),
  'checks.under-fives': check('111 online is not for children under 5', '111 by phone for under 5s'),
  'checks.swearing': check('No swearing', 'no swearing'),
  'checks.aggression': check('No blame and no quarrel', 'no blame, no quarrel'),
  'checks.personal-data': rule(
    'Nobody’s details are given away',
    z.strictObject({
      ...grave,
      /** How grave single kinds are where they are less grave than the rest. */
      kinds: z.record(z.string(), severity),
    }),
    () => 'nobody’s details',
  ),
  'checks.named-person': check('A person is named only with their consent', 'name people with consent'),
  'checks.health-details': check('Nobody’s illness or treatment is told', 'nobody’s health'),
  'checks.place-details': check(
    'Nothing shows where somebody is or which car is theirs',
    'nobody’s car or place',
  ),
  'checks.staff-accused': check('No member of staff is accused by name', 'accuse nobody by name'),
  'checks.children': check('Nothing singles out a child', 'protect children'),
  'checks.right-account': check('It goes out from the right account', 'from the right account'),
  'checks.consent': check('Each person in a picture has agreed', 'consent for each person'),
  'checks.licence': check('Pictures are ours to use', 'pictures have a licence'),
  'checks.patients': check('Nobody’s care is talked about', 'no talk of patients'),
  'checks.medical-advice': check('No medical advice', 'no medical advice'),
  'checks.legal': check('Nothing on legal matters or complaints', 'nothing on legal matters'),
  'checks.incident': check('In an incident only its team publishes', 'one voice in an incident'),
  'checks.announcement': check('Big news goes to communications first', 'big news to communications first'),
  'checks.credit': check('Say where it came from', 'credit the source'),
  'checks.statistics': check('Figures say where they are from', 'figures with their source'),
  'checks.suicide-words': check('Suicide is spoken of with care', 'speak of suicide with care'),
  'checks.suicide-method': check('Nothing is said of how', 'never say how'),
  'checks.content-warning': check('What may distress is announced', 'announce what may distress'),
  'checks.endorsement': check('We recommend no product', 'recommend no product'),
  'checks.paid': check('What was paid for says so', 'say what was paid for'),
  'checks.party-politics': check('No party politics', 'no party politics'),
  'checks.parties-named': check(
    'No parties or candidates named before an election',
    'name no parties or candidates',
  ),
  'checks.election-announcement': check(
    'Nothing new is announced before an election',
    'no announcements before elections',
  ),
  'checks.election-consultation': check(
    'No consultation begins before an election',
    'no consultations before elections',
  ),
  'checks.election-events': check('We go to no contested event before an election', 'no contested events'),
  'checks.length': check('It fits the network', 'fits the network'),
};

/** Names that accounts go by. */
const handles = {
  'handles.personal': check('A personal handle does not carry our name', 'not our name in personal handles'),
  'handles.departmental': check('A departmental handle carries our name', 'our name in departmental handles'),
  'accounts.named': check('The name of an account says whose it is', 'a clear name'),
  'accounts.picture': check('The picture of an account is our own logo', 'our own logo'),
  'accounts.profile': check('A profile says who runs it, when, and where to turn', 'a full profile'),
  'handles.look-alike': check('A handle that looks like ours is looked into', 'look into look-alikes'),
};

export const checkRules = { ...reachable, ...plain, ...proper, ...handles };
