import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Done } from '#kernel/act.ts';
import type { AnyCommand } from '#kernel/command.ts';
import type { House } from '#kernel/house.ts';
import { offer, type Offer } from '#kernel/offer.ts';
import { perform } from '#kernel/perform.ts';
import { boundedJson } from './answer.ts';
import { keyOf, versionOf, type Callers } from './caller.ts';
import { DoorError } from './problem.ts';
import { plainFields, refuseTooDeep } from './shape.ts';
import type { Actor } from '#kernel/rights.ts';

/** A command that some person may ask for; what only the program does, or only another act brings, has no address. */
export const isForPeople = (command: AnyCommand): boolean =>
  command.alone &&
  command.lifecycle.steps.some(
    (step) => step.by === command.verb && step.who.some((party) => party.party !== 'system'),
  );

/** `/enquiry/receive` for a command that makes its row, otherwise `/enquiry/:id/pass-on`. */
export const addressOf = (command: AnyCommand): string =>
  command.creates
    ? `/${command.lifecycle.name}/${command.verb}`
    : `/${command.lifecycle.name}/:id/${command.verb}`;

/** One POST for each command, made from its declaration. */
export function commandRoutes(app: FastifyInstance, house: House, callers: Callers): void {
  for (const command of [...house.commands.values()].filter(isForPeople)) {
    app.post(addressOf(command), {
      // Nobody's body is read before it is known whose it is.
      onRequest: async (request) => void callers.signedIn(request),
      handler: (request, reply) => {
        const actor = callers.signedIn(request);
        const answer = isDryRun(request) ? dryRun : act;
        return answer(house, command, actor, request, reply);
      },
    });
  }
}

async function act(
  house: House,
  command: AnyCommand,
  actor: Actor,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<string> {
  const { input, version } = readBody(command, request);
  const done = await perform(house, command, {
    actor,
    id: idOf(request),
    input,
    key: keyOf(request),
    version,
    door: 'api',
  });
  if (command.creates) reply.code(201).header('location', `/api/${command.lifecycle.name}/${done.id}/offers`);
  reply.header('etag', `"${done.version}"`);
  return boundedJson(doneAnswer(command, done));
}

async function dryRun(
  house: House,
  command: AnyCommand,
  actor: Actor,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<string> {
  readBody(command, request);
  const offered = await offer(house, command, { actor, id: idOf(request) });
  if (offered.version !== undefined) reply.header('etag', `"${offered.version}"`);
  return boundedJson(offerAnswer(offered));
}

function readBody(
  command: AnyCommand,
  request: FastifyRequest,
): { input: unknown; version: number | undefined } {
  refuseTooDeep(request.body);
  const { _version, ...input } = plainFields(command.input, request.body);
  return { input, version: versionOf(request, _version) };
}

function idOf(request: FastifyRequest): string | undefined {
  const { params } = request;
  if (typeof params !== 'object' || params === null || !('id' in params)) return undefined;
  return typeof params.id === 'string' ? params.id : undefined;
}

/** `?dry-run`. Anything else in the query string is refused: a misspelt dry run must never act. */
function isDryRun(request: FastifyRequest): boolean {
  const { query } = request;
  const given = Object.entries(typeof query === 'object' && query !== null ? query : {});
  const errors = given
    .filter(([name, value]) => name !== 'dry-run' || !['', 'true', 'false'].includes(String(value)))
    .map(([name]) => ({
      field: name,
      message: 'The only parameter is dry-run, without a value, or true or false',
    }));
  if (errors.length > 0) throw new DoorError('api.shape', errors);
  return given.some(([, value]) => value !== 'false');
}

const doneAnswer = (command: AnyCommand, done: Done) => ({
  id: done.id,
  state: done.state,
  version: done.version,
  home: command.lifecycle.home(done.id),
  offers: `/api/${command.lifecycle.name}/${done.id}/offers`,
  citation: done.citation,
});

/** What a dry run and `signpost do --dry-run` answer: what would be asked, and on whose authority. */
export const offerAnswer = (offered: Offer) => ({
  command: offered.command.name,
  label: offered.command.label,
  about: offered.command.about,
  ...(offered.row === undefined
    ? {}
    : { id: offered.row.id, state: offered.row.state, version: offered.version }),
  citation: offered.citation,
  fields: offered.fields.map(({ choices, ...field }) => ({
    ...field,
    ...(choices === undefined ? {} : { choices: choices.map(({ id, name, hint }) => ({ id, name, hint })) }),
  })),
});
