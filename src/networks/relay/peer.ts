/** Speaks to the other system at the one address that it gave, signing whatever is sent. */
import { z } from 'zod';
import { systemClock } from '#kernel/clock.ts';
import { newId } from '#kernel/ids.ts';
import { refused } from '../fault.ts';
import { badKeys, faultFromStatus, faultWithoutAnswer, outOfReach, type Doing } from '../http-faults.ts';
import type { Call } from '../network.ts';
import { OutboundFault, type Fetch } from '../outbound.ts';
import { lostAnswer } from '../send-once.ts';
import { signed } from './signature.ts';

interface Asking<Shape extends z.ZodType> {
  /** Read: the query, one name and value. */
  readonly get?: Readonly<Record<string, string>>;
  /** Write: the body, and the id by which the other system knows it when it comes again. */
  readonly post?: { readonly type: string } & Readonly<Record<string, unknown>>;
  readonly id?: string;
  readonly shape: Shape;
}

export type Ask = <Shape extends z.ZodType>(call: Call, asking: Asking<Shape>) => Promise<z.infer<Shape>>;

const complaint = z.object({ error: z.string().max(60), message: z.string().max(300) });
const fields: Readonly<Record<string, string>> = {
  'too-long': 'text',
  'nothing-to-answer': 'replyTo',
  'key-used': 'key',
};

export const hasAddress = ({ account }: Pick<Call, 'account'>): boolean => account.address !== '';

/** @throws NetworkFault */
export function relayAsk(fetch: Fetch): Ask {
  return async (call, { get, post, id, shape }) => {
    const doing: Doing = get ? 'read' : 'write';
    const url = addressOf(call, get);
    // A question has no body: what is asked is signed in its place, so that no signature opens another question.
    const text = JSON.stringify(get ? { get: url.pathname + url.search } : post);
    const headers = signed(call.secret['password'], {
      id: id ?? newId(),
      at: systemClock.now(),
      body: Buffer.from(text),
    });
    if (!headers) throw badKeys('no-secret');
    const answer = await fetch(url, {
      method: get ? 'GET' : 'POST',
      headers: {
        ...headers,
        accept: 'application/json',
        ...(get ? {} : { 'content-type': 'application/json' }),
      },
      ...(get ? {} : { body: text }),
      ...(call.signal && { signal: call.signal }),
    }).catch((error: unknown) => {
      throw error instanceof OutboundFault ? faultWithoutAnswer(error, doing) : error;
    });
    const said: unknown = await answer.json().catch(() => undefined);
    if (!answer.ok) throw faultOf(answer, said, call, doing);
    const read = shape.safeParse(said);
    if (!read.success) throw doing === 'write' ? lostAnswer('unreadable') : outOfReach('unreadable');
    return read.data;
  };
}

function addressOf(call: Call, get: Readonly<Record<string, string>> = {}): URL {
  const { address } = call.account;
  if (!URL.canParse(address))
    throw refused('The other system has no address that can be read. Connect it again.');
  const url = new URL(address);
  for (const [name, value] of Object.entries(get)) url.searchParams.set(name, value);
  return url;
}

function faultOf(answer: Response, said: unknown, call: Call, doing: Doing) {
  const fault = faultFromStatus(answer.status, answer.headers, call.now, doing);
  if (fault) return fault;
  const { error, message } = complaint.safeParse(said).data ?? {
    error: String(answer.status),
    message: 'It gives no reason.',
  };
  return refused(`The other system will not do this. ${message}`, fields[error], error);
}
