import type { TagColour } from '#screens/index.ts';
import type { ShownMeasure } from '../shown.ts';

type Words = { readonly words: string; readonly colour: TagColour };

const states: Readonly<Record<string, Words>> = {
  asked: { words: 'Waits for a second person', colour: 'orange' },
  waiting: { words: 'Goes to the network now', colour: 'purple' },
  doing: { words: 'Goes to the network now', colour: 'purple' },
  'handed-over': { words: 'Warning on its way', colour: 'purple' },
  'by-hand': { words: 'Do it yourself', colour: 'orange' },
  refused: { words: 'Refused by the network', colour: 'red' },
  unknown: { words: 'Look whether it is done', colour: 'red' },
  ended: { words: 'Ended', colour: 'grey' },
  dropped: { words: 'Dropped', colour: 'grey' },
};

const so: Readonly<Record<string, string>> = {
  hide: 'Hidden',
  warn: 'Warned',
  restrict: 'Restricted',
  block: 'Blocked',
  report: 'Reported',
};

/** Where a measure stands, in words. */
export function stateWords({
  state,
  kind,
  undoing,
}: Pick<ShownMeasure, 'state' | 'kind' | 'undoing'>): Words {
  if (state === 'in-force' || state === 'done') return { words: so[kind] ?? 'Done', colour: 'green' };
  if (undoing && (state === 'waiting' || state === 'doing'))
    return { words: 'Is being taken back', colour: 'purple' };
  return states[state] ?? { words: state, colour: 'grey' };
}

/** Of several in one line: `2 hidden`, `1 warned`. */
export const countWords = ({ kind, count }: { readonly kind: string; readonly count: number }): string =>
  `${count} ${(so[kind] ?? kind).toLowerCase()}`;

const byHand: Readonly<Record<string, { readonly begin: string; readonly end: string }>> = {
  hide: { begin: 'hide the message from others', end: 'show the message to others again' },
  restrict: {
    begin: 'restrict whoever wrote it, so that others do not see what they write',
    end: 'take the restriction back',
  },
  block: { begin: 'block whoever wrote it', end: 'take the block back' },
  report: {
    begin: 'report it to the moderators, and note the number that they give',
    end: 'take the report back',
  },
};

/** What a person does where no program can. */
export const handWords = ({ kind, undoing }: Pick<ShownMeasure, 'kind' | 'undoing'>): string =>
  byHand[kind]?.[undoing ? 'end' : 'begin'] ?? 'do it there';
