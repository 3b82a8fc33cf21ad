import type { TagColour } from '#screens/index.ts';

export const stateWords: Readonly<Record<string, { readonly words: string; readonly colour: TagColour }>> = {
  noticed: { words: 'To be decided', colour: 'orange' },
  'passed-on': { words: 'Waiting for a receipt', colour: 'yellow' },
  due: { words: 'To be deleted', colour: 'blue' },
  erasing: { words: 'Being deleted', colour: 'blue' },
  erased: { words: 'Deleted', colour: 'green' },
  held: { words: 'On hold', colour: 'purple' },
  dismissed: { words: 'Nobody’s details', colour: 'grey' },
};

export const holdWords: Readonly<Record<string, { readonly words: string; readonly colour: TagColour }>> = {
  placed: { words: 'Being put in place', colour: 'yellow' },
  'in-place': { words: 'In place', colour: 'purple' },
  'too-late': { words: 'Came too late: it had been deleted', colour: 'red' },
  lifted: { words: 'Lifted', colour: 'grey' },
};

/** What a person can do about a message where it was written; the program cannot. */
export const outsideSteps = {
  public: [
    'Open the message on its network, signed in as our account.',
    'Where the network lets us delete what stands under our own post, delete it.',
    'Otherwise ask its author in a private message to remove it.',
    'Say here what became of it. Its address is forgotten after that.',
  ],
  private: [
    'Open the conversation on its network, signed in as our account.',
    'Delete the message, or the conversation, there. The author’s own copy stays with them.',
    'Where it came on paper, by telephone or by e-mail, destroy the paper, the recording or the e-mail.',
    'Say here what became of it. Its address is forgotten after that.',
  ],
} as const;
