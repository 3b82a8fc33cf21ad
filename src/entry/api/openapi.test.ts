import helmet from '@fastify/helmet';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testHouse, type TestHouse } from '#store/testing-house.ts';
import { api } from './index.ts';
import { parcels } from './testing-room.ts';

let at: TestHouse;
let app: FastifyInstance;
beforeAll(async () => {
  at = await testHouse({ rooms: [parcels] });
  app = fastify();
  // The web door's own policy for pages: this page has one of its own.
  await app.register(helmet);
  await api(app, at.house, { actorOf: async () => undefined });
});
afterAll(async () => {
  await app.close();
  await at.close();
});

type Json = Record<string, unknown>;
const record = (value: unknown): Json => (typeof value === 'object' && value !== null ? { ...value } : {});
const description = async (): Promise<Json> => (await app.inject('/api/openapi.json')).json<Json>();

const operationsOf = (document: Json): { path: string; method: string; operation: Json }[] =>
  Object.entries(record(document['paths'])).flatMap(([path, methods]) =>
    Object.entries(record(methods)).map(([method, operation]) => ({
      path,
      method,
      operation: record(operation),
    })),
  );

/** Every `$ref` and where it leads. */
function refs(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = '$ref' in value && typeof value.$ref === 'string' ? [value.$ref] : [];
  return [...own, ...Object.values(value).flatMap(refs)];
}
const follow = (document: Json, ref: string): unknown =>
  ref
    .slice(2)
    .split('/')
    .reduce<unknown>((value, part) => record(value)[part], document);

describe('the description', () => {
  test('keeps the rules of OpenAPI 3.1', async () => {
    const document = await description();
    expect(document['openapi']).toBe('3.1.0');
    expect(record(document['info'])).toMatchObject({ title: 'Signpost', version: '1' });
    for (const ref of refs(document)) expect(follow(document, ref)).toBeDefined();
    const operations = operationsOf(document);
    const ids = operations.map(({ operation }) => operation['operationId']);
    expect(new Set(ids).size).toBe(ids.length);
    const tags = (document['tags'] as { name: string }[]).map(({ name }) => name);
    for (const { path, operation } of operations) {
      const parameters = (operation['parameters'] as Json[]).map((one) =>
        record(typeof one['$ref'] === 'string' ? follow(document, one['$ref']) : one),
      );
      const inPath = parameters.filter((one) => one['in'] === 'path').map((one) => one['name']);
      expect(inPath).toEqual([...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]));
      for (const one of parameters)
        expect(one).toMatchObject({
          name: expect.any(String),
          in: expect.stringMatching(/^(path|query|header)$/),
          schema: expect.any(Object),
        });
      const named = parameters.map((one) => `${String(one['in'])} ${String(one['name'])}`);
      expect(new Set(named).size).toBe(named.length);
      for (const tag of operation['tags'] as string[]) expect(tags).toContain(tag);
      for (const [status, response] of Object.entries(record(operation['responses']))) {
        expect(status).toMatch(/^[2-5]\d\d$/);
        const one = record(response);
        expect(
          record(typeof one['$ref'] === 'string' ? follow(document, one['$ref']) : one)['description'],
        ).toEqual(expect.any(String));
      }
    }
  });

  test('has every address that the server answers, and no other', async () => {
    const described = operationsOf(await description()).map(({ path, method }) => `${method} ${path}`);
    expect(described.sort()).toEqual([
      'get /api/parcel/{id}/offers',
      'get /api/parcels/hours',
      'get /api/parcels/many',
      'get /api/parcels/waiting',
      'post /api/parcel/post',
      'post /api/parcel/{id}/burst',
      'post /api/parcel/{id}/deliver',
      'post /api/parcel/{id}/lock',
      'post /api/parcel/{id}/route',
    ]);
    for (const { path, method } of operationsOf(await description())) {
      const url = path.replace('{id}', '0199a4a0-0000-7000-8000-000000000000');
      const response = await app.inject({ method: method === 'get' ? 'GET' : 'POST', url });
      expect(response.statusCode).toBe(path === '/api/parcels/hours' ? 200 : 401);
    }
  });

  test('says of each command the clause that the policy in force binds its rule to', async () => {
    const policy = at.house.policies.inForce(at.clock.now());
    const document = await description();
    const operation = record(record(record(document['paths'])['/api/parcel/{id}/deliver'])['post']);
    const citation = policy.cite('inbox.reply-within');
    expect(operation['x-clause']).toBe(citation.clause);
    expect(operation['x-rules']).toEqual([
      { rule: 'inbox.reply-within', clause: citation.clause, words: citation.words, basis: citation.basis },
    ]);
    expect(operation['x-who']).toEqual(['communications officer']);
    expect(document['x-policy']).toBe(policy.id);
    const posts = operationsOf(document).filter(({ method }) => method === 'post');
    expect(posts.filter(({ operation: one }) => typeof one['x-clause'] !== 'string')).toEqual([]);
  });

  test('shows the version where it is demanded, and never where a row is made', async () => {
    const document = await description();
    const post = (path: string) => record(record(record(document['paths'])[path])['post']);
    expect(Object.keys(record(post('/api/parcel/{id}/route')['responses']))).toContain('428');
    expect(Object.keys(record(post('/api/parcel/{id}/deliver')['responses']))).not.toContain('428');
    expect(JSON.stringify(post('/api/parcel/post'))).not.toContain('_version');
    expect(post('/api/parcel/{id}/deliver')['requestBody']).toMatchObject({ required: false });
  });
});

describe('the page for people', () => {
  test('loads nothing from elsewhere and runs no inline script', async () => {
    const page = await app.inject('/api/docs/');
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'.*script-src 'self';/);
    expect(page.headers['content-security-policy']).not.toContain('unsafe');
    expect(page.body).not.toMatch(/<script(?![^>]*\bsrc=)/);
    expect(page.body).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    for (const [, address] of page.body.matchAll(/(?:src|href)="([^"]+)"/g)) {
      const file = await app.inject(new URL(address ?? '', 'http://localhost/api/docs/').pathname);
      expect(file.statusCode).toBe(200);
    }
    expect((await app.inject('/api/docs/json')).json()).toEqual(await description());
  });
});
