import { lifecycle, table } from '#kernel/lifecycle.ts';
import { role } from '#kernel/party.ts';
import type { TriageSetting } from './triage-words.ts';

/** Who answers for how often people are called, and sees how triage does. */
export const overTriage = [role('senior-manager'), role('director')] as const;

/** Whether triage calls somebody, and how sure it must be. Each choice is a row of its own; the latest is in force. */
export const triageSetting = lifecycle('triage-setting', {
  table: table<TriageSetting>('triage_settings'),
  sight: { see: overTriage },
  home: () => '/inbox/triage',
  steps: [
    {
      from: 'nothing',
      by: 'choose',
      to: ['paging', 'shadow'],
      who: overTriage,
      rule: 'inbox.triage-paging',
    },
  ],
});
