import type { TagColour } from '#screens/index.ts';
import type { Policy, RuleName } from '#policy/index.ts';

export const stateWords: Readonly<Record<string, { readonly words: string; readonly colour: TagColour }>> = {
  prepared: { words: 'Not sent yet', colour: 'white' },
  open: { words: 'Not confirmed yet', colour: 'yellow' },
  received: { words: 'They have it', colour: 'blue' },
  asking: { words: 'They asked us something', colour: 'orange' },
  taken: { words: 'Received', colour: 'green' },
  answered: { words: 'Answered', colour: 'green' },
  returned: { words: 'Given back: not theirs', colour: 'red' },
  expired: { words: 'Nobody took it', colour: 'red' },
  withdrawn: { words: 'Taken back', colour: 'grey' },
};

export const kindWords = {
  question: 'To be answered',
  details: 'Details of a person',
  share: 'Copy for a partner',
} as const;

export const letterWords: Readonly<Record<string, string>> = {
  'to-send': 'A letter is on its way',
  sent: 'A letter went out',
  refused: 'Their mail server refused the letter: look at the address',
  'by-hand': 'No letter can go: make a link and give it to them',
};

/** The policy's words for kinds of details; the id where a later policy no longer knows it. */
export const detailNames = (policy: Policy, kinds: readonly string[]): string =>
  kinds
    .map(
      (kind) =>
        policy.value('handover.details').kinds.find((one) => one.id === kind)?.name ??
        kind.replaceAll('-', ' '),
    )
    .join(', ');

export const basisName = (policy: Policy, id: string): string =>
  policy.value('handover.partners').bases.find((one) => one.id === id)?.name ?? id.replaceAll('-', ' ');

/** Under which rule each kind is handed over. */
export const ruleOf: Readonly<Record<keyof typeof kindWords, RuleName>> = {
  question: 'handover.to-department',
  details: 'handover.details',
  share: 'handover.partners',
};
