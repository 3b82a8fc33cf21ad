import type { Policy } from '#policy/index.ts';
import type { TagColour } from '#screens/index.ts';
import { severities } from '../triage-words.ts';
import { isOtherChannel, kinds, otherChannels } from '../words.ts';

/** How the policy calls networks and kinds of message, by id. */
export interface PolicyNames {
  readonly networks: ReadonlyMap<string, string>;
  readonly kinds: ReadonlyMap<string, string>;
}

export const policyNames = (policy: Policy): PolicyNames => ({
  networks: new Map(
    policy
      .value('register.networks')
      .networks.map(({ id, name, wasNamed }) => [
        id,
        wasNamed === undefined ? name : `${name} (${wasNamed})`,
      ]),
  ),
  kinds: new Map(policy.value('inbox.kinds').kinds.map(({ id, name }) => [id, name])),
});

/** What the policy does not name is taken in all the same, under a name of ours. */
export const kindWords = (kind: string, names: PolicyNames): string =>
  names.kinds.get(kind) ?? Object.entries(kinds).find(([name]) => name === kind)?.[1] ?? kind;

/** How and where something was said: `Comment on Facebook to NHS Larkshire`, `By letter to NHS Larkshire`. */
export function placeWords(
  said: { readonly kind: string; readonly network: string; readonly account: string },
  names: PolicyNames,
): string {
  const where = isOtherChannel(said.network)
    ? otherChannels[said.network]
    : `${kindWords(said.kind, names)} on ${names.networks.get(said.network) ?? said.network}`;
  return said.account === '' ? where : `${where} to ${said.account}`;
}

export const stateWords: Readonly<Record<string, { readonly words: string; readonly colour: TagColour }>> = {
  waiting: { words: 'Waiting for an answer', colour: 'blue' },
  joined: { words: 'Answered with another', colour: 'grey' },
  'being-answered': { words: 'Reply on its way', colour: 'purple' },
  answered: { words: 'Answered', colour: 'green' },
  'with-department': { words: 'With a department', colour: 'yellow' },
  'waiting-on-them': { words: 'Waiting for the person', colour: 'yellow' },
  closed: { words: 'Closed', colour: 'grey' },
  withdrawn: { words: 'Deleted by its author', colour: 'grey' },
};

export const replyWords: Readonly<Record<string, { readonly words: string; readonly colour: TagColour }>> = {
  'to-agree': { words: 'Waits for a second person', colour: 'orange' },
  waiting: { words: 'Goes out now', colour: 'purple' },
  'by-hand': { words: 'Post it yourself', colour: 'orange' },
  sending: { words: 'Being sent', colour: 'purple' },
  sent: { words: 'Sent', colour: 'green' },
  refused: { words: 'Refused by the network', colour: 'red' },
  unknown: { words: 'Look whether it arrived', colour: 'red' },
  dropped: { words: 'Dropped', colour: 'grey' },
};

export const replyKindWords: Readonly<Record<string, string>> = {
  reply: 'Reply',
  signpost: 'Signpost',
  'pass-on-notice': 'Who will answer',
  question: 'Our question',
  automatic: 'Automatic reply',
  warning: 'Warning',
};

export const troubleWords = { refused: 'A reply was refused', unknown: 'Did a reply arrive?' } as const;

export const severityWords = (severity: number): string =>
  Object.entries(severities).find(([level]) => Number(level) === severity)?.[1] ?? '';

/** Why the clock counts from our time and not from the network’s. */
export const basisWords: Readonly<Record<string, string>> = {
  absent: 'The network gave no time, so the clock counts from when it reached us.',
  ahead: 'The network’s time had not come yet, so the clock counts from when it reached us.',
  'before-first-read':
    'It is older than our first reading of the account, so the clock counts from when it reached us.',
};

export const countWords = (count: number): string => (count > 999 ? '999+' : String(count));
