/** A team's room in Microsoft Teams: a card through the address that a workflow of theirs gives. */
import { refused } from '../fault.ts';
import { badKeys, faultFromStatus, faultWithoutAnswer } from '../http-faults.ts';
import { OutboundFault, type Fetch } from '../outbound.ts';
import type { Pager, Wakeup } from './pager.ts';

/** @param address as the workflow shows it. It lets anybody post, so it is a secret. */
export function teamsPager(fetch: Fetch, address: string): Pager {
  return {
    channel: 'team',
    async send(wakeup, now) {
      const answer = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(cardOf(wakeup)),
      }).catch((error: unknown) => {
        throw error instanceof OutboundFault ? faultWithoutAnswer(error, 'write') : error;
      });
      if (answer.ok) return { remote: '' };
      if (answer.status === 403 || answer.status === 404) throw badKeys(String(answer.status));
      throw (
        faultFromStatus(answer.status, answer.headers, now, 'write') ??
        refused('The team’s room does not take this card.', 'words', String(answer.status))
      );
    },
  };
}

/** An adaptive card, version 1.4: the newest that every client of Teams draws. */
export const cardOf = ({ subject, words, link }: Omit<Wakeup, 'to' | 'reference'>) => ({
  type: 'message',
  attachments: [
    {
      contentType: 'application/vnd.microsoft.card.adaptive',
      contentUrl: null,
      content: {
        $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
        type: 'AdaptiveCard',
        version: '1.4',
        body: [
          { type: 'TextBlock', text: subject, weight: 'Bolder', size: 'Medium', wrap: true },
          { type: 'TextBlock', text: words, wrap: true },
        ],
        actions: [{ type: 'Action.OpenUrl', title: 'Open', url: link }],
      },
    },
  ],
});
