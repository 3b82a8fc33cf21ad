import { check, inBody, matching, type Found } from '../check.ts';
import lists from '../words/parties.json' with { type: 'json' };

const any = (patterns: readonly string[]): RegExp => new RegExp(`\\b(?:${patterns.join('|')})\\b`, 'g');
const campaign = any(lists.campaign);
const escaped = (text: string): string =>
  text.toLowerCase().replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** Campaign words for or against anybody: never, at any time. */
export const partyPolitics = check(
  'checks.party-politics',
  'PEP-15',
  function* look({ body, preElection }, _, { parties = [] }): Generator<Found> {
    for (const { span } of matching(body, campaign)) {
      yield inBody(span, 'We are nobody’s campaign. Say what people need to know, without party or slogan.');
      return;
    }
    if (!preElection) return;
    const named = matching(
      body,
      any([
        ...lists.parties.filter((one) => one !== 'labour' && one !== 'momentum' && one !== 'the greens'),
        ...parties.map(escaped),
      ]),
    ).next().value;
    if (named)
      yield inBody(named.span, 'Before an election no party or candidate is named, quoted or shared.');
  },
);

/** In labour, a green tick, reform of care: words that are parties only beside others. */
const partyLike =
  /\b(?:labour|reform|green|momentum) (?:party|candidates?|councillors?|mps?|government|council|group|leader)\b/g;
const office = any(lists.people);

/** A party outside an election time, a candidate or somebody in office inside it: seen by a second person. */
export const partiesNamed = check(
  'checks.parties-named',
  'PEP-06',
  function* look({ body, preElection }, _, { parties = [] }): Generator<Found> {
    if (preElection) {
      const person = matching(body, office).next().value;
      if (person)
        yield inBody(
          person.span,
          'Before an election, ask whether somebody who stands or is in office must be named.',
        );
    }
    const named = [
      ...matching(
        body,
        any([
          ...lists.parties.filter((one) => !/^(?:labour|momentum|the greens|conservatives\?)$/.test(one)),
          ...parties.map(escaped),
        ]),
      ),
      ...matching(body, partyLike),
    ][0];
    if (named && !preElection)
      yield inBody(named.span, 'A party is named. Ask whether it must be; facts about services need none.');
  },
);
