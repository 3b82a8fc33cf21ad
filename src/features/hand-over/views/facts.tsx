import type { ReactNode } from 'react';
import { Moment, Tag, When, type PageContext } from '#screens/index.ts';
import type { Listed } from '../queries.ts';
import { basisName, detailNames, kindWords, letterWords, stateWords } from './words.ts';

export const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
export const isOpen = ({ state }: Pick<Listed, 'state'>): boolean =>
  ['open', 'received', 'asking'].includes(state);

export const State = ({ of }: { readonly of: Pick<Listed, 'state'> }) => {
  const known = stateWords[of.state];
  return <Tag colour={known?.colour ?? 'grey'}>{known?.words ?? of.state}</Tag>;
};

/** By when it is due while it is open; when it ended afterwards. */
export function Due({ of }: { readonly of: Listed }) {
  if (isOpen(of) && of.dueAt !== null) return <When at={at(of.dueAt)} minutesLeft={of.minutesLeft ?? 0} />;
  const ended = of.answeredAt ?? of.endedAt;
  return ended === null ? null : <Moment at={at(ended)} as="near" />;
}

type Item = { readonly term: string; readonly detail: ReactNode };

/** Everything that is known of one hand-over, in the order in which it happened. */
export function factsOf(context: PageContext, of: Listed): Item[] {
  const policy = context.house.policies.get(of.policy);
  const when = (term: string, moment: string | null): Item[] =>
    moment === null ? [] : [{ term, detail: <Moment at={at(moment)} as="near" /> }];
  const said = (term: string, words: string | null): Item[] =>
    words === null || words === '' ? [] : [{ term, detail: <bdi>{words}</bdi> }];
  return [
    { term: 'What it is', detail: kindWords[of.kind] },
    ...(of.kindsOfDetails.length === 0
      ? []
      : [{ term: 'Kinds of details', detail: detailNames(policy, of.kindsOfDetails) }]),
    ...(of.basis === null ? [] : [{ term: 'Lawful basis', detail: basisName(policy, of.basis) }]),
    ...when('Handed over', of.handedAt),
    ...said('By', of.handedBy),
    ...(isOpen(of) ? [{ term: 'Letter', detail: letterWords[of.letter] ?? of.letter }] : []),
    ...(of.askedOf > 1 && isOpen(of)
      ? [{ term: 'Asked', detail: `${of.asked + 1} of ${of.askedOf} addresses` }]
      : []),
    ...(of.reminders > 0 ? [{ term: 'Reminders', detail: String(of.reminders) }] : []),
    ...when('Should be confirmed by', of.receivedAt === null && isOpen(of) ? of.acknowledgeBy : null),
    ...when('Confirmed', of.receivedAt),
    ...said('They ask us', of.state === 'asking' ? of.askedBack : null),
    ...when('Answered', of.answeredAt),
    ...said('How', of.answeredHow),
    ...said('Why it is not theirs', of.returnedWhy),
    ...(isOpen(of)
      ? []
      : [{ term: 'What they were given', detail: of.copyHere ? 'Kept here, sealed' : 'Wiped here' }]),
  ];
}
