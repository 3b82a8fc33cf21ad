/**
 * A stand-in of GOV.UK Notify on this machine, and of a team's room beside it: for practice and for tests. It checks
 * the signature and the shape of what comes in as the documented API does, and keeps what it took.
 */
import { randomUUID } from 'node:crypto';
import fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import { z } from 'zod';
import { emailRequest, notifyPaths, textRequest, type NotifyStatus } from '#networks/pager/notify-facts.ts';
import { Complaint, signed } from './signature.ts';

export const practiceTemplates = {
  text: 'f33517ff-2a88-4f6e-b855-c550268ce08a',
  email: '740e5834-3a29-46b4-9a6f-16142fde533a',
} as const;

export interface Arrived {
  readonly id: string;
  readonly channel: 'text' | 'email' | 'team';
  readonly to: string;
  readonly subject: string;
  readonly words: string;
  readonly link: string;
  readonly reference: string | null;
  readonly at: Temporal.Instant;
  status: NotifyStatus;
}

/**
 * What it does with the next request to send: an answer with an error, having taken nothing or having taken it;
 * no answer at all; or `loses`: it takes it and never delivers.
 */
export type Trouble =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly takes?: boolean }
  | 'silent'
  | 'loses';

export interface NotifyTwin {
  readonly server: FastifyInstance;
  readonly arrived: Arrived[];
  /** One for each of the next requests to send, in their order. */
  readonly troubles: Trouble[];
}

/** @returns a server that is not listening yet. @param now by which what arrives is dated. */
export function notifyTwin(now: () => Temporal.Instant): NotifyTwin {
  const server = fastify({ bodyLimit: 100_000, forceCloseConnections: true });
  const twin: NotifyTwin = { server, arrived: [], troubles: [] };
  server.setErrorHandler(async (error, _request, reply) => {
    const { status, word } = error instanceof Complaint ? error : new Complaint(400, 'ValidationError');
    const message = error instanceof z.ZodError ? z.prettifyError(error) : word;
    return reply.status(status).send({ errors: [{ error: word, message }], status_code: status });
  });
  server.post(notifyPaths.text, async (request, reply) => {
    signed(request.headers.authorization);
    const body = textRequest.parse(request.body);
    if (!/^\+?[\d ]{10,15}$/.test(body.phone_number)) throw new Complaint(400, 'ValidationError');
    return take(twin, now, reply, { ...fieldsOf(body), channel: 'text', to: body.phone_number });
  });
  server.post(notifyPaths.email, async (request, reply) => {
    signed(request.headers.authorization);
    const body = emailRequest.parse(request.body);
    return take(twin, now, reply, { ...fieldsOf(body), channel: 'email', to: body.email_address });
  });
  lookedUp(twin);
  server.post('/team', async (request, reply) => {
    const [card] = cardShape.parse(request.body).attachments;
    const [subject, words] = card?.content.body.map((block) => block.text) ?? [];
    const link = card?.content.actions[0]?.url ?? '';
    const said = { subject: subject ?? '', words: words ?? '', link, reference: null };
    return take(twin, now, reply, { ...said, channel: 'team', to: '' });
  });
  return twin;
}

/** What became of what it took. What it does not lose is delivered at the first question. */
function lookedUp({ server, arrived }: NotifyTwin): void {
  server.get(notifyPaths.several, (request) => {
    signed(request.headers.authorization);
    const { reference } = z.object({ reference: z.string().optional() }).parse(request.query);
    return { notifications: arrived.filter((one) => one.reference === reference).map(asKnown) };
  });
  server.get(notifyPaths.one.replace('{notification_id}', ':id'), (request) => {
    signed(request.headers.authorization);
    const found = arrived.find((one) => one.id === z.object({ id: z.uuid() }).parse(request.params).id);
    if (!found) throw new Complaint(404, 'NoResultFound');
    if (found.status === 'created') found.status = 'delivered';
    return asKnown(found);
  });
}

const cardShape = z.object({
  attachments: z.array(
    z.object({
      content: z.object({
        body: z.array(z.object({ text: z.string() })),
        actions: z.array(z.object({ url: z.string() })),
      }),
    }),
  ),
});

const fieldsOf = ({
  personalisation = {},
  reference,
}: z.infer<typeof textRequest> | z.infer<typeof emailRequest>) => ({
  subject: personalisation['subject'] ?? '',
  words: personalisation['words'] ?? '',
  link: personalisation['link'] ?? '',
  reference: reference ?? null,
});

const asKnown = ({ id, reference, status, channel }: Arrived) => ({
  id,
  reference,
  status,
  type: channel === 'text' ? 'sms' : 'email',
});

async function take(
  twin: NotifyTwin,
  now: () => Temporal.Instant,
  reply: FastifyReply,
  said: Omit<Arrived, 'id' | 'at' | 'status'>,
): Promise<unknown> {
  const trouble = twin.troubles.shift();
  const fails = typeof trouble === 'object';
  const id = randomUUID();
  if (!fails || trouble.takes)
    twin.arrived.push({ ...said, id, at: now(), status: trouble === 'loses' ? 'sending' : 'created' });
  if (fails) {
    const errors = [{ error: 'Trouble', message: 'It was told to.' }];
    return reply
      .status(trouble.status)
      .headers(trouble.headers ?? {})
      .send({ errors, status_code: trouble.status });
  }
  if (trouble === 'silent') {
    reply.hijack();
    return reply;
  }
  return reply.status(201).send({ id, reference: said.reference, content: { body: said.words } });
}
