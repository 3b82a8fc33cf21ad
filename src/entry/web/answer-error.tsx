import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { InputRefused } from '#kernel/refusal.ts';
import { Away, Fault, isAway, isRefused, Plain, Refusal, titleOf, type Sent } from './say-no.tsx';
import { show, type Frame } from './show.tsx';
import { WebRefusal } from './web-refusal.ts';

const letters = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';

/** A number to say on the telephone: eight letters and figures that are not taken for one another. */
const newReference = (): string => [...randomBytes(8)].map((byte) => letters[byte % letters.length]).join('');

const statusOf = (error: unknown): number | undefined => {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : undefined;
};

/**
 * Answers whatever went wrong with a page that says what to do. `sent` is shown again, so that nobody's words
 * are lost.
 */
export async function answerError(
  frame: Frame,
  request: FastifyRequest,
  reply: FastifyReply,
  error: unknown,
  sent?: Sent,
): Promise<FastifyReply> {
  if (isRefused(error)) {
    const body = <Refusal refused={error} sent={sent} />;
    return show(frame, request, reply, { title: error.message, status: error.status, body });
  }
  if (isAway(error)) return answerAway(frame, request, reply, error.retryAfterSeconds, sent);
  // A page's own question got parameters that it cannot read: an address that somebody typed.
  if (error instanceof InputRefused) {
    const detail = error.errors.map((one) => one.message).join('. ');
    return plain(frame, request, reply, 400, detail);
  }
  const status = statusOf(error);
  if (status !== undefined && status < 500) {
    return plain(frame, request, reply, status, error instanceof WebRefusal ? error.message : undefined);
  }
  if (status === 503) return plain(frame, request, reply.header('retry-after', '5'), 503);
  return answerFault(frame, request, reply, error, sent);
}

const plain = (frame: Frame, request: FastifyRequest, reply: FastifyReply, status: number, detail?: string) =>
  show(frame, request, reply, {
    title: titleOf(status),
    status,
    body: <Plain status={status} detail={detail} />,
    bare: true,
  });

function answerAway(
  frame: Frame,
  request: FastifyRequest,
  reply: FastifyReply,
  seconds: number,
  sent?: Sent,
) {
  const reads = request.method === 'GET' || request.method === 'HEAD';
  return show(frame, request, reply.header('retry-after', String(seconds)), {
    title: 'Signpost is catching its breath',
    status: 503,
    body: <Away sent={sent} path={request.url} />,
    bare: true,
    ...(reads ? { again: { seconds: Math.max(2, seconds), href: request.url } } : {}),
  });
}

function answerFault(
  frame: Frame,
  request: FastifyRequest,
  reply: FastifyReply,
  error: unknown,
  sent?: Sent,
) {
  const reference = newReference();
  // Never the error as a whole: a database error carries the values of the row in its details.
  request.log.error({ reference, fault: faultOf(error) }, 'fault');
  const body = <Fault reference={reference} sent={sent} />;
  return show(frame, request, reply, { title: 'Something went wrong here', status: 500, body, bare: true });
}

function faultOf(error: unknown): Record<string, string | undefined> {
  if (!(error instanceof Error)) return { name: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return { name: error.name, code, message: error.message, stack: error.stack };
}

/** Errors and unknown addresses of everything in this scope. */
export function answerAllErrors(app: FastifyInstance, frame: Frame): void {
  app.setErrorHandler(async (error, request, reply) => answerError(frame, request, reply, error));
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, async (request, reply) =>
    plain(frame, request, reply, 404),
  );
}
