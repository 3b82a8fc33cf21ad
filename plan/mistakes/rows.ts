import { lifecycle, table, type Row } from '#kernel/lifecycle.ts';
import { role, self } from '#kernel/party.ts';

interface Draft extends Row {
  state: 'writing' | 'waiting' | 'approved';
  author: string;
  words: string;
}

/** A right one, on which the mistakes are made. */
export const draft = lifecycle('draft', {
  table: table<Draft>('drafts'),
  home: (id) => `/publish/${id}`,
  sight: { see: [role('communications'), self('author')] },
  steps: [
    { from: 'nothing', by: 'begin', to: 'writing', who: [role('communications')], rule: 'inbox.answer' },
    { from: ['writing'], by: 'submit', to: 'waiting', who: [self('author')], rule: 'inbox.answer' },
    {
      from: ['waiting'],
      by: 'decide',
      to: ['approved', 'writing'],
      who: [role('director')],
      rule: 'inbox.answer',
    },
  ],
});

export type { Draft };
