import { z } from 'zod';
import { isWho, decisions, wakeable, type Page, type PageDecision, type PageMessage } from './words.ts';

/** One thing that happened to a page. */
export const step = z.strictObject({
  at: z.iso.datetime(),
  what: z.string(),
  by: z.string().nullable(),
  detail: z.string().nullable(),
  /** It went wrong. */
  wrong: z.boolean(),
});
export type Step = z.output<typeof step>;

const channels = { text: 'text message', email: 'e-mail', team: 'the team’s room' } as const;

/** Why a channel failed, for people. */
const whys: Readonly<Record<string, string>> = {
  refused: 'it was not taken',
  busy: 'it was too busy',
  keys: 'it did not let us in',
  away: 'it could not be reached',
  unknown: 'it did not say whether it took it',
  'not-set-up': 'it is not set up here',
  'no-contact': 'no number or address was given',
  sealed: 'the number or address cannot be opened here',
  'not-delivered': 'it could not be delivered',
  'no-receipt': 'no receipt came in time',
  'no-longer-wanted': 'somebody had it already',
};

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
const plain = (at: Temporal.Instant, what: string, more: Partial<Step> = {}): Step => ({
  at: at.toString(),
  what,
  by: null,
  detail: null,
  wrong: false,
  ...more,
});

/** Everything that happened, in order, with its times. */
export function historyOf(
  page: Page,
  messages: readonly PageMessage[],
  made: readonly PageDecision[],
  nameOf: (person: string) => string,
): Step[] {
  const acknowledged =
    page.acknowledged_at === null || page.decided_at?.equals(page.acknowledged_at)
      ? []
      : [
          plain(page.acknowledged_at, 'Somebody has it', {
            by: page.acknowledged_by && nameOf(page.acknowledged_by),
          }),
        ];
  return [
    plain(page.received_at, 'It came in'),
    plain(page.created_at, 'It was found to be dangerous', {
      detail: page.hole ? 'Nobody was on the rota, so the next person was woken at once.' : null,
    }),
    ...messages.flatMap((message) => stepsOf(message, nameOf)),
    ...acknowledged,
    ...made.map((one) => decisionStep(one, nameOf)),
  ].toSorted((a, b) => Temporal.Instant.compare(a.at, b.at));
}

function decisionStep(
  { created_at: at, verb, person, reason, detail }: PageDecision,
  nameOf: (id: string) => string,
): Step {
  const to = detail !== null && isWho(detail) ? wakeable[detail] : detail;
  const what = verb === 'escalated' ? 'Handed up' : decisions[verb];
  return plain(at, to === null ? what : `${what}: ${to}`, { by: person && nameOf(person), detail: reason });
}

function stepsOf(message: PageMessage, nameOf: (person: string) => string): Step[] {
  const channel = channels[message.channel];
  const whom = message.person === null ? '' : ` to ${nameOf(message.person)}, ${wakeable[message.who]}`;
  const { accepted_at: taken, delivered_at: delivered, failed_at: failed, why } = message;
  return [
    ...(taken ? [plain(taken, `${capital(channel)} sent${whom}`)] : []),
    ...(delivered ? [plain(delivered, `${capital(channel)} delivered${whom}`)] : []),
    ...(failed || why === 'no-receipt'
      ? [
          plain(failed ?? message.changed_at, `${capital(channel)} failed${whom}`, {
            detail: `${capital(whys[why ?? ''] ?? 'it failed')}.`,
            wrong: why !== 'no-longer-wanted',
          }),
        ]
      : []),
  ];
}
