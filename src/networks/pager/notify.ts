/** Text and e-mail through GOV.UK Notify: its official client writes and signs, our one way out carries. */
import { NotifyClient } from 'notifications-node-client';
import type { z } from 'zod';
import { NetworkFault, refused } from '../fault.ts';
import { badKeys, faultFromStatus, faultWithoutAnswer, outOfReach, type Doing } from '../http-faults.ts';
import { OutboundFault, type Fetch } from '../outbound.ts';
import { lostAnswer } from '../send-once.ts';
import { complaint, fates, known, knownOnes, liveNotify, taken } from './notify-facts.ts';
import type { Pager, Wakeup } from './pager.ts';

export interface NotifySettings {
  /** As Notify shows it once: a name, the service's id and the secret, with dashes between. */
  readonly key: string;
  /** Templates with the fields `((words))` and `((link))`; for e-mail `((subject))` too. */
  readonly textTemplate?: string | undefined;
  readonly emailTemplate?: string | undefined;
  readonly address?: string | undefined;
}

/** @returns a channel for each template that is set. */
export function notifyPagers(fetch: Fetch, settings: NotifySettings): readonly Pager[] {
  const { textTemplate, emailTemplate } = settings;
  const asked = askerOf(fetch, settings);
  return [
    ...(textTemplate === undefined
      ? []
      : [
          pagerOf('text', asked, (client, wakeup) => client.sendSms(textTemplate, wakeup.to, fields(wakeup))),
        ]),
    ...(emailTemplate === undefined
      ? []
      : [
          pagerOf('email', asked, (client, wakeup) =>
            client.sendEmail(emailTemplate, wakeup.to, fields(wakeup)),
          ),
        ]),
  ];
}

const fields = ({ reference, subject, words, link }: Wakeup) => ({
  reference,
  personalisation: { subject, words, link },
});

type Asker = <Shape extends z.ZodType>(
  doing: Doing,
  now: Temporal.Instant,
  shape: Shape,
  ask: (client: NotifyClient) => Promise<{ data: unknown }>,
) => Promise<z.infer<Shape>>;

function pagerOf(
  channel: 'text' | 'email',
  asked: Asker,
  send: (client: NotifyClient, wakeup: Wakeup) => Promise<{ data: unknown }>,
): Pager {
  const kind = channel === 'text' ? 'sms' : 'email';
  return {
    channel,
    async send(wakeup, now) {
      const { id } = await asked('write', now, taken, (client) => send(client, wakeup));
      return { remote: id };
    },
    async find(reference, now) {
      const { notifications } = await asked('read', now, knownOnes, (client) =>
        client.getNotifications(kind, undefined, reference),
      );
      const found = notifications.find((one) => one.reference === reference);
      return found && { remote: found.id };
    },
    async fate(remote, now) {
      const { status } = await asked('read', now, known, (client) => client.getNotificationById(remote));
      return fates[status];
    },
  };
}

/**
 * One request at a time has a client of its own, because the client is told its carrier and not asked for one.
 * It signs each request with the time of this machine: Notify takes none that is more than 30 seconds away.
 */
function askerOf(fetch: Fetch, { key, address = liveNotify }: NotifySettings): Asker {
  return async (doing, now, shape, ask) => {
    const client = new NotifyClient(address, key);
    // The client's types name the whole of axios; it calls one function with these few options.
    client.setClient(carrierOver(fetch, doing, now) as never);
    const { data } = await ask(client);
    const read = shape.safeParse(data);
    if (!read.success) throw doing === 'write' ? lostAnswer('unreadable') : outOfReach('unreadable');
    return read.data;
  };
}

interface Options {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly data?: unknown;
}

const carrierOver =
  (fetch: Fetch, doing: Doing, now: Temporal.Instant) =>
  async (options: Options): Promise<{ readonly status: number; readonly data: unknown }> => {
    const { method, url, headers, data } = options;
    const answer = await fetch(url, {
      method,
      headers: { ...headers, ...(data !== undefined && { 'content-type': 'application/json' }) },
      ...(data !== undefined && { body: JSON.stringify(data) }),
    }).catch((error: unknown) => {
      throw error instanceof OutboundFault ? faultWithoutAnswer(error, doing) : error;
    });
    const said: unknown = await answer.json().catch(() => undefined);
    if (!answer.ok) throw faultOf(answer, said, doing, now);
    return { status: answer.status, data: said };
  };

function faultOf(answer: Response, said: unknown, doing: Doing, now: Temporal.Instant): NetworkFault {
  const code = complaint.safeParse(said).data?.errors[0]?.error ?? String(answer.status);
  if (answer.status === 403) return badKeys(code);
  return (
    faultFromStatus(answer.status, answer.headers, now, doing) ??
    refused(
      'GOV.UK Notify does not take this. Look at the number or address, and at the template.',
      'to',
      code,
    )
  );
}
