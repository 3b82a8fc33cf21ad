import { check, inBody, matching, together, type Found } from '../check.ts';
import type { Settings } from '../draft.ts';
import type { Reading } from '#text/index.ts';
import lists from '../words/parties.json' with { type: 'json' };
import places from '../words/places.json' with { type: 'json' };

const anyOf = (patterns: readonly string[], flags = ''): RegExp =>
  new RegExp(`(?<![a-z0-9])(?:${patterns.join('|')})(?![a-z0-9])`, flags);
const escaped = (text: string): string =>
  text.toLowerCase().replaceAll(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`);

const campaign = anyOf(lists.campaign, 'g');
const parties = anyOf(lists.parties, 'g');
const tags = anyOf(lists.tags, 'g');
/** `labour`, `green`, `reform`: parties only beside words of politics. */
const partyLike = anyOf(lists.partyLike);
const politics = anyOf([...lists.opinions, ...lists.people]);
const leaders = anyOf([...lists.leaders, ...lists.government]);
const opinions = anyOf(lists.opinions);
/** Liking and loathing: of a leader by name. */
const heads = anyOf(lists.leaders);
const warm = anyOf(lists.warm);
const office = anyOf(lists.people, 'g');

type Spot = Pick<Found, 'start' | 'end'> | undefined;

const named = (body: Reading, { parties: ours = [] }: Settings): Spot =>
  matching(body, parties).next().value?.span ??
  (ours.length > 0 ? matching(body, anyOf(ours.map(escaped), 'g')).next().value?.span : undefined);

/** That we take no side, and whom to ask instead. */
export const noSide =
  /\b(?:(?:do not|don't|never|cannot|can't|not) take (?:a |any )?sides?|(?:cannot|can't|do not|don't|not able to) (?:comment|take part|pass questions)|please ask (?:them|the candidates)|we (?:can )?only answer|the council lists)\b/;

/** Whoever applies for work is a candidate too. */
const atWork =
  /\b(?:jobs?|roles?|posts?|vacanc\w+|interviews?|apprentice\w*|courses?|placements?|apply|recruit\w*|nurses? (?:candidates?|post))\b/;

const taggedParty = (body: Reading): Spot => matching(body, tags).next().value?.span;

/** `@JoForWitham`: who stands for a place says so in the name of the account. */
const standing = new RegExp(
  `[@#](?!nhs|health|care|walk|run|cycl|mind|volunteer|support|service|food|home|hous|job|mum|dad|art|music|sport)[a-z0-9_]{2,20}?_?(?:for|4)_?(?:${[...[...places.towns, ...places.counties].map((place) => escaped(place).replaceAll(/[^a-z0-9]/g, '')), 'mp', 'mayor', 'council', 'essex', 'parliament'].join('|')})[a-z0-9_]{0,6}(?![a-z0-9])`,
  'g',
);
const standsFor = (body: Reading): Spot => matching(body, standing).next().value?.span;

/** Campaign words for or against anybody, a party by its name, or praise and blame of who governs: never, at any time. */
export const partyPolitics = check(
  'checks.party-politics',
  'PEP-15',
  function* look({ fields }, _, settings): Generator<Found> {
    for (const { name, reading: body } of fields) {
      const spot =
        matching(body, campaign).next().value?.span ??
        named(body, settings) ??
        taggedParty(body) ??
        together(body, partyLike, opinions).next().value?.span ??
        together(body, leaders, opinions).next().value?.span ??
        together(body, heads, warm).next().value?.span;
      if (spot)
        yield {
          ...inBody(spot, 'We are nobody’s campaign. Say what people need to know, without party or slogan.'),
          field: name,
        };
    }
  },
  2,
);

const message = 'Before an election no party or candidate is named, quoted, tagged or shared.';

/** Before an election: a party, a candidate, or a handle of theirs. */
export const partiesBefore = check(
  'checks.party-politics',
  'PEP-06',
  function* look({ fields, preElection }, _, settings): Generator<Found> {
    if (!preElection) return;
    for (const { name, reading: body } of fields) {
      const spot =
        named(body, settings) ??
        taggedParty(body) ??
        standsFor(body) ??
        matching(body, campaign).next().value?.span ??
        together(body, partyLike, politics).next().value?.span ??
        together(body, heads).next().value?.span ??
        (atWork.test(body.folded.text) || noSide.test(body.folded.text)
          ? undefined
          : matching(body, candidates).next().value?.span);
      if (spot) yield { ...inBody(spot, message), field: name };
    }
  },
);
const candidates = anyOf(lists.candidates, 'g');

/** A party outside an election time, somebody in office inside it: seen by a second person. */
export const partiesNamed = check(
  'checks.parties-named',
  'PEP-06',
  function* look({ body, preElection }, _, settings): Generator<Found> {
    if (preElection) {
      const person = atWork.test(body.folded.text) ? undefined : matching(body, office).next().value;
      if (person)
        yield inBody(
          person.span,
          'Before an election, ask whether somebody who stands or is in office must be named.',
        );
      return;
    }
    const spot = named(body, settings) ?? together(body, partyLike, politics).next().value?.span;
    if (spot) yield inBody(spot, 'A party is named. Ask whether it must be; facts about services need none.');
  },
  2,
);
