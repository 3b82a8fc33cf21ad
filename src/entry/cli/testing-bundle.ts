// What the bundle test makes into one file and runs: every borrowed library that once broke, or could, in a bundle.
import canonicalize from 'canonicalize';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import underPressure from '@fastify/under-pressure';
import { AtpAgent } from '@atproto/api';
import { betterAuth } from 'better-auth';
import { memoryAdapter } from 'better-auth/adapters/memory';
import { genericOAuth, twoFactor } from 'better-auth/plugins';
import { parse } from 'csv-parse/sync';
import fastify from 'fastify';
import { Pool } from 'pg';
import { fromKysely, PgBoss } from 'pg-boss';
import { pino } from 'pino';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { parse as readYaml } from 'yaml';

const app = fastify({ loggerInstance: pino({ level: 'fatal' }) });
await app.register(helmet);
await app.register(cookie);
await app.register(formbody);
await app.register(rateLimit);
await app.register(underPressure);
await app.register(swagger, {
  mode: 'static',
  specification: { document: { openapi: '3.1.0', info: { title: 'x', version: '1' }, paths: {} } },
});
await app.register(swaggerUi, { routePrefix: '/docs' });
app.get('/', () => Promise.resolve(renderToStaticMarkup(createElement('p', null, 'hello'))));
const auth = betterAuth({
  database: memoryAdapter({ user: [], session: [], account: [], verification: [] }),
  secret: 'an invented secret of more than thirty-two letters, 0123456789',
  baseURL: 'http://127.0.0.1',
  plugins: [twoFactor(), genericOAuth({ config: [] })],
});
const found = {
  page: (await app.inject('/')).body,
  docs: (await app.inject('/docs/static/swagger-ui.css')).statusCode,
  auth: (await auth.handler(new Request('http://127.0.0.1/api/auth/ok'))).status,
  pool: new Pool({ host: '/nowhere' }).totalCount,
  boss: typeof new PgBoss('postgres://127.0.0.1/none').start + typeof fromKysely,
  canonical: canonicalize({ b: 1, a: 2 }),
  csv: parse('a,b'),
  yaml: readYaml('a: 1') as unknown,
  network: typeof AtpAgent,
  place: import.meta.dirname.endsWith('src/entry/cli'),
};
process.stdout.write(JSON.stringify(found), () => process.exit(0));
