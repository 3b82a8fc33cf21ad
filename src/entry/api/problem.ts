import { newId } from '#kernel/ids.ts';
import { InputRefused, Refused, type InputError } from '#kernel/refusal.ts';
import { StoreAway } from '#kernel/store-port.ts';
import type { Citation } from '#policy/index.ts';

/** An error as RFC 9457 says it, with what the product knows besides. */
export interface Problem {
  /** The page of a declared refusal; `about:blank` where the status says all. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** Stable, for programs: `room.reason` for refusals, `api.reason` for what this door found. */
  readonly code: string;
  /** What to do about it, in a sentence. */
  readonly instead: string;
  readonly clause?: string;
  readonly citation?: Citation;
  readonly whoCould?: readonly string[];
  readonly errors?: readonly InputError[];
  /** On a fault: the number under which the log has it. */
  readonly reference?: string;
}

interface DoorSpec {
  readonly status: number;
  readonly title: string;
  readonly instead: string;
}

/** What this door itself may find wrong with a request, before or after a command has its say. */
const found = {
  'api.no-credentials': {
    status: 401,
    title: 'You are not signed in.',
    instead: 'Send a session token: Authorization: Bearer, then the token.',
  },
  'api.other-site': {
    status: 403,
    title: 'This request came from a page of another site.',
    instead: 'Send it from your own program, or from a page of this site.',
  },
  'api.no-route': {
    status: 404,
    title: 'There is nothing at this address.',
    instead: 'Look at /api/docs for every address.',
  },
  'api.method': {
    status: 405,
    title: 'This address does not take that method.',
    instead: 'Use a method that the Allow header names.',
  },
  'api.not-json': { status: 400, title: 'The body is not JSON.', instead: 'Send one JSON object in UTF-8.' },
  'api.header': {
    status: 400,
    title: 'A header cannot be read.',
    instead: 'See errors for which one and why.',
  },
  'api.shape': {
    status: 422,
    title: 'The body does not have the shape that this takes.',
    instead: 'Send one JSON object with one plain value a field; see errors.',
  },
  'api.too-deep': {
    status: 422,
    title: 'The body is nested too deep or holds too much.',
    instead: 'Send at most 20 levels, 500 keys, and 1,000 items a list.',
  },
  'api.too-much': {
    status: 422,
    title: 'The answer would be too long.',
    instead: 'Narrow what you ask for, or ask for one page at a time.',
  },
} as const satisfies Record<string, DoorSpec>;

/** Something that this door found wrong. */
export class DoorError extends Error {
  override name = 'DoorError';
  readonly code: keyof typeof found;
  readonly errors: readonly InputError[];
  constructor(code: keyof typeof found, errors: readonly InputError[] = []) {
    super(found[code].title);
    this.code = code;
    this.errors = errors;
  }
}

/** What Fastify and its plugins find, by status: their own words never reach a caller. */
const byStatus: Readonly<Record<number, { code: string; title: string; instead: string }>> = {
  400: {
    code: 'api.unreadable',
    title: 'The request cannot be read.',
    instead: 'Check its headers, address and body.',
  },
  413: { code: 'api.too-large', title: 'The body is too large.', instead: 'Send at most 1 MB.' },
  415: {
    code: 'api.media-type',
    title: 'This door takes JSON only.',
    instead: 'Send Content-Type: application/json.',
  },
  429: {
    code: 'api.too-many',
    title: 'Too many requests.',
    instead: 'Wait as long as Retry-After says, then go on.',
  },
  503: {
    code: 'api.busy',
    title: 'Signpost is too busy just now.',
    instead: 'Wait as long as Retry-After says, then send it again.',
  },
};

/** How an error leaves by this door. `fault` is true where it is ours and must be logged under its reference. */
export interface Answer {
  readonly problem: Problem;
  readonly headers: Readonly<Record<string, string>>;
  readonly fault: boolean;
}

export function answerTo(error: unknown): Answer {
  if (error instanceof Refused) return { problem: refusalProblem(error), headers: {}, fault: false };
  if (error instanceof InputRefused) return { problem: inputProblem(error), headers: {}, fault: false };
  if (error instanceof DoorError)
    return { problem: doorProblem(error), headers: headersOf(error), fault: false };
  if (error instanceof StoreAway) return away(error);
  const status = statusOf(error);
  const known = status === undefined ? undefined : byStatus[status];
  if (status !== undefined && known) {
    return { problem: { type: 'about:blank', status, ...known }, headers: {}, fault: false };
  }
  return { problem: faultProblem(), headers: {}, fault: true };
}

function refusalProblem(refused: Refused): Problem {
  const { citation } = refused;
  return {
    type: `/help/refusals/${refused.code}`,
    title: refused.message,
    status: refused.status,
    code: refused.code,
    instead: refused.instead,
    ...(citation ? { clause: citation.clause, citation } : {}),
    ...(refused.whoCould.length > 0 ? { whoCould: refused.whoCould } : {}),
  };
}

const inputProblem = (refused: InputRefused): Problem => ({
  type: 'about:blank',
  title: 'Some of what you sent cannot be used.',
  status: 400,
  code: 'api.input',
  instead: 'Put right each field in errors, then send it again.',
  errors: refused.errors,
});

const doorProblem = (error: DoorError): Problem => ({
  type: 'about:blank',
  code: error.code,
  ...found[error.code],
  ...(error.errors.length > 0 ? { errors: error.errors } : {}),
});

const headersOf = (error: DoorError): Record<string, string> =>
  error.code === 'api.no-credentials' ? { 'www-authenticate': 'Bearer realm="Signpost"' } : {};

const away = (error: StoreAway): Answer => ({
  problem: {
    type: 'about:blank',
    title: 'The database is away for a moment. Nothing was changed.',
    status: 503,
    code: 'api.away',
    instead: 'Send it again with the same Idempotency-Key after the seconds in Retry-After.',
  },
  headers: { 'retry-after': String(error.retryAfterSeconds) },
  fault: false,
});

const faultProblem = (): Problem => ({
  type: 'about:blank',
  title: 'Something went wrong on our side.',
  status: 500,
  code: 'api.fault',
  instead: 'Tell whoever runs this Signpost the reference number.',
  reference: newId(),
});

function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return undefined;
  return typeof error.statusCode === 'number' ? error.statusCode : undefined;
}
