import type { AnyCommand } from '#kernel/command.ts';
import type { House } from '#kernel/house.ts';
import { askOf, isOptional } from '#kernel/form.ts';
import type { Question } from '#kernel/question.ts';
import { whoCould } from '#kernel/rights.ts';
import type { Citation, Policy } from '#policy/index.ts';
import { formSchema, fieldSchema, outputSchema, type JsonSchema } from './field-schema.ts';

export type Operation = Readonly<Record<string, unknown>>;

const problem = (name: string): JsonSchema => ({ $ref: `#/components/responses/${name}` });
const json = (schema: JsonSchema): JsonSchema => ({ 'application/json': { schema } });
const parameter = (name: string): JsonSchema => ({ $ref: `#/components/parameters/${name}` });

/** The rules that a command's steps act under, cited from one policy version, each once. */
export function citationsOf(command: AnyCommand, policy: Policy): Citation[] {
  const steps = command.lifecycle.steps.filter((step) => step.by === command.verb);
  return [...new Set(steps.map((step) => step.rule))].map((rule) => policy.cite(rule));
}

export function commandOperation(command: AnyCommand, tag: string, policy: Policy): Operation {
  const citations = citationsOf(command, policy);
  const steps = command.lifecycle.steps.filter((step) => step.by === command.verb);
  const hasRequired = Object.values(command.input.shape).some((field) => !isOptional(field));
  return {
    operationId: command.name,
    tags: [tag],
    summary: command.label,
    description: described(command, citations),
    'x-clause': citations[0]?.clause,
    'x-rules': citations.map(({ rule, clause, words, basis }) => ({ rule, clause, words, basis })),
    'x-who': whoCould(steps.flatMap((step) => step.who)),
    parameters: [
      ...(command.creates ? [] : [parameter('Id'), parameter('IfMatch')]),
      parameter('IdempotencyKey'),
      parameter('DryRun'),
    ],
    requestBody: { required: hasRequired, content: json(formSchema(command.input, versionField(command))) },
    responses: commandResponses(command),
    security: [{ token: [] }],
  };
}

function described(command: AnyCommand, citations: readonly Citation[]): string {
  const authority = citations.map(({ clause, words, basis }) =>
    basis === 'default' ? `${words} (our default, not in the policy)` : `clause ${clause}: ${words}`,
  );
  const version = command.stale === 'refuse' ? ' The version that you saw is demanded (428 without it).' : '';
  return `${command.about}${version} Under ${authority.join('; ')}.`;
}

const versionField = (command: AnyCommand): Record<string, JsonSchema> =>
  command.creates
    ? {}
    : {
        _version: {
          type: 'integer',
          minimum: 1,
          title: 'Version',
          description: 'The version of the row that you saw; the same as If-Match.',
        },
      };

function commandResponses(command: AnyCommand): Record<string, JsonSchema> {
  const done = { $ref: '#/components/schemas/Done' };
  const offered = { $ref: '#/components/schemas/Offer' };
  const dry = { description: 'A dry run: nothing was done.', content: json(offered) };
  return {
    ...(command.creates
      ? { 201: { description: 'Made, or already there.', content: json(done) }, 200: dry }
      : {
          200: {
            description: 'Done; or, as a dry run, what it would ask.',
            content: json({ anyOf: [done, offered] }),
          },
        }),
    400: problem('Input'),
    401: problem('NoCredentials'),
    403: problem('Refused'),
    404: problem('NotFound'),
    409: problem('NotNow'),
    415: problem('MediaType'),
    422: problem('Shape'),
    ...(command.stale === 'refuse' ? { 428: problem('VersionMissing') } : {}),
    503: problem('Away'),
  };
}

export function questionOperation(question: Question, tag: string): Operation {
  return {
    operationId: question.name,
    tags: [tag],
    summary: question.about,
    parameters: Object.entries(question.input.shape).map(([name, field]) => ({
      name,
      in: 'query',
      required: !isOptional(field) && !absentIsAnswer(askOf(field, name).kind),
      schema: fieldSchema(field, name),
    })),
    responses: {
      200: { description: 'The answer.', content: json(outputSchema(question.output)) },
      400: problem('Input'),
      ...(question.askers === 'public' ? {} : { 401: problem('NoCredentials') }),
      404: problem('NotFound'),
      422: problem('Shape'),
      503: problem('Away'),
    },
    security: question.askers === 'public' ? [] : [{ token: [] }],
  };
}

/** In a query string an absent tick is no, and an absent list is empty. */
const absentIsAnswer = (kind: string): boolean => kind === 'tick' || kind === 'several';

export function offersOperation(kind: string, tag: string): Operation {
  return {
    operationId: `${kind}.offers`,
    tags: [tag],
    summary: `What may I do with this ${kind.replaceAll('-', ' ')} now?`,
    parameters: [parameter('Id')],
    responses: {
      200: {
        description: 'What may be done, and who could do the rest.',
        content: json({ $ref: '#/components/schemas/Offers' }),
      },
      401: problem('NoCredentials'),
      404: problem('NotFound'),
      503: problem('Away'),
    },
    security: [{ token: [] }],
  };
}

/** The room that declares a lifecycle or a question, in the words that people read. */
export const tagOf = (house: House, of: { lifecycle?: unknown; question?: Question }): string =>
  house.rooms.find(
    (room) =>
      room.lifecycles.some((lifecycle) => lifecycle === of.lifecycle) ||
      room.questions.some((question) => question === of.question),
  )?.title ?? 'Other';
