import type { House } from '#kernel/house.ts';
import { declaredRefusals } from '#kernel/refusal.ts';
import type { Policy } from '#policy/index.ts';
import { addressOf, isForPeople } from './commands.ts';
import { components } from './components.ts';
import { commandOperation, offersOperation, questionOperation, tagOf, type Operation } from './operations.ts';
import { questionAddress } from './questions.ts';

export type OpenApi = Readonly<Record<string, unknown>> & {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};

/**
 * The OpenAPI 3.1 description of every declaration, under one policy version: each operation says the clause
 * on whose authority it acts (`x-clause`), so the description changes with the policy in force.
 */
export function openApi(house: House, policy: Policy): OpenApi {
  const paths: Record<string, Record<string, Operation>> = {};
  const put = (address: string, method: string, operation: Operation): void => {
    const path = `/api${address.replaceAll(/:(\w+)/g, '{$1}')}`;
    (paths[path] ??= {})[method] = operation;
  };
  for (const command of [...house.commands.values()].filter(isForPeople)) {
    const tag = tagOf(house, { lifecycle: command.lifecycle });
    put(addressOf(command), 'post', commandOperation(command, tag, policy));
  }
  for (const lifecycle of house.lifecycles.values()) {
    put(`/${lifecycle.name}/:id/offers`, 'get', offersOperation(lifecycle.name, tagOf(house, { lifecycle })));
  }
  for (const question of house.questions.values()) {
    put(questionAddress(question.name), 'get', questionOperation(question, tagOf(house, { question })));
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Signpost',
      version: '1',
      summary: 'Runs a public body’s social media policy.',
      description: `${about}\n\nPolicy in force: ${policy.id}.`,
    },
    servers: [{ url: '/', description: 'This Signpost' }],
    tags: [...new Set(house.rooms.map((room) => room.title))].map((name) => ({ name })),
    paths,
    components,
    'x-policy': policy.id,
    'x-refusals': refusalsByCode(),
  };
}

const about = [
  'Every change is a command, and every command acts under a rule that the policy in force binds to a clause.',
  'POST does a command; add `?dry-run` to see what it would ask without doing it. GET asks a question.',
  'Send `Idempotency-Key` with a POST to make a repeat safe. Errors are RFC 9457 problems with a stable code.',
].join(' ');

const refusalsByCode = (): Record<string, { status: number; sentence: string; instead: string }> =>
  Object.fromEntries(
    [...declaredRefusals()].map(([code, { status, sentence, instead }]) => [
      code,
      { status, sentence, instead },
    ]),
  );

/** Remembers the description of the policy version in force, and makes it anew when another comes into force. */
export function openApiInForce(house: House): () => { document: OpenApi; text: string } {
  let made: { policy: string; document: OpenApi; text: string } | undefined;
  return () => {
    const policy = house.policies.inForce(house.clock.now());
    if (made?.policy === policy.id) return made;
    const document = openApi(house, policy);
    made = { policy: policy.id, document, text: JSON.stringify(document) };
    return made;
  };
}
