/** Speaks to a practice server, and turns whatever goes wrong into one of the few faults. */
import { z } from 'zod';
import { refused } from './fault.ts';
import { faultFromStatus, faultWithoutAnswer, outOfReach, type Doing } from './http-faults.ts';
import type { Call } from './network.ts';
import { OutboundFault, type Fetch } from './outbound.ts';
import { lostAnswer } from './send-once.ts';

interface Asked<Shape extends z.ZodType> {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** Parts of the path, each still unescaped. */
  readonly path: readonly string[];
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly shape: Shape;
}

export type Ask = <Shape extends z.ZodType>(call: Call, asked: Asked<Shape>) => Promise<z.infer<Shape>>;

const complaint = z.object({ error: z.string(), message: z.string() });

/** Which part of what we sent a complaint is about. */
const fields: Readonly<Record<string, string>> = {
  TooLong: 'text',
  NothingToAnswer: 'replyTo',
  KeyUsed: 'key',
};

/** @throws NetworkFault */
export function practiceAsk(fetch: Fetch): Ask {
  return async (call, { method, path, query, body, shape }) => {
    const doing: Doing = method === 'GET' ? 'read' : 'write';
    if (!URL.canParse(call.account.address))
      throw refused('The practice network has no address. Start it first.');
    const url = new URL(`/${path.map(encodeURIComponent).join('/')}`, call.account.address);
    url.search = new URLSearchParams(query).toString();
    const headers = new Headers({ authorization: `Bearer ${call.secret['password'] ?? ''}` });
    if (body !== undefined) headers.set('content-type', 'application/json');
    const answer = await fetch(url, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
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

function faultOf(answer: Response, said: unknown, call: Call, doing: Doing) {
  const fault = faultFromStatus(answer.status, answer.headers, call.now, doing);
  if (fault) return fault;
  const { error, message } = complaint.safeParse(said).data ?? {
    error: String(answer.status),
    message: 'It gives no reason.',
  };
  return refused(`The network will not do this. ${message}`, fields[error], error);
}
