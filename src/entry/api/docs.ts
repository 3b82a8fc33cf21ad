import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import type { OpenApi } from './openapi.ts';

/** The page loads nothing from elsewhere and runs no inline script; its icons are images inside its style sheet. */
const contentSecurity = [
  "default-src 'none'",
  "base-uri 'none'",
  "connect-src 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "img-src 'self' data:",
  "script-src 'self'",
  "style-src 'self'",
].join('; ');

/** `/api/openapi.json` for programs, `/api/docs` for people. Both say what is in force at the moment of asking. */
export async function docsRoutes(
  app: FastifyInstance,
  inForce: () => { readonly document: OpenApi; readonly text: string },
): Promise<void> {
  app.get('/openapi.json', async (_, reply) => {
    reply.header('cache-control', 'no-cache').type('application/json; charset=utf-8');
    return inForce().text;
  });
  await app.register(swagger, {
    mode: 'static',
    specification: { document: { openapi: '3.1.0', info: title, paths: {} } },
  });
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    indexPrefix: app.prefix,
    staticCSP: contentSecurity,
    transformSpecification: () => inForce().document,
    transformSpecificationClone: false,
    theme: { title: 'Signpost API' },
    // The base layout has no bar in which somebody's link could name a description from elsewhere.
    uiConfig: {
      layout: 'BaseLayout',
      deepLinking: true,
      docExpansion: 'none',
      showExtensions: true,
      supportedSubmitMethods: ['get', 'post'],
    },
  });
}

const title = { title: 'Signpost', version: '1' };
