import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { standingOf, type House } from '#kernel/house.ts';
import type { Lifecycle } from '#kernel/lifecycle.ts';
import { readerOf } from '#kernel/need.ts';
import { seenRow, verbsFor, type Verb } from '#kernel/offer.ts';
import { refuse } from '#kernel/refusal.ts';
import { boundedJson } from './answer.ts';
import type { Callers } from './caller.ts';
import { plainQuery } from './shape.ts';
import { form } from '#kernel/form.ts';

const noParameters = form({});

/** For each kind of row: what may I do with this one now, and who could where I may not. */
export function offerRoutes(app: FastifyInstance, house: House, callers: Callers): void {
  for (const of of house.lifecycles.values()) {
    app.get(`/${of.name}/:id/offers`, (request, reply) => offers(house, of, callers, request, reply));
  }
}

async function offers(
  house: House,
  of: Lifecycle,
  callers: Callers,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<string> {
  const actor = callers.signedIn(request);
  plainQuery(noParameters, request.query);
  const read = readerOf(house.store.read());
  const standing = await standingOf(house, read, actor, house.clock.now());
  const { params } = request;
  const id = typeof params === 'object' && params !== null && 'id' in params ? params.id : undefined;
  const row = standing && (await seenRow(read, of, standing, typeof id === 'string' ? id : undefined));
  if (!standing || !row) throw refuse('kernel.not-found');
  reply.header('etag', `"${row.version}"`);
  const verbs = await verbsFor(house, of, row, standing);
  return boundedJson({
    id: row.id,
    kind: of.name,
    state: row.state,
    version: row.version,
    policy: row.policy,
    home: of.home(row.id),
    offers: verbs.map((verb) => verbAnswer(of, row.id, verb)),
  });
}

const verbAnswer = (of: Lifecycle, id: string, { command, citation, refused }: Verb) => ({
  command: command.name,
  label: command.label,
  about: command.about,
  address: `/api/${of.name}/${id}/${command.verb}`,
  wantsVersion: command.stale === 'refuse',
  citation,
  ...(refused ? { refused } : {}),
});
