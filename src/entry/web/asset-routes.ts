import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { AssetLinks } from '#screens/index.ts';
import type { WebOptions } from './options.ts';
import { organisationStyle } from './organisation-colour.ts';

const YEAR = 365 * 24 * 60 * 60;

const at = (file: string): string => `/assets/${file}`;

/** Style sheets, script and pictures under names that change with their content, kept by browsers for a year. */
export async function assetRoutes(
  scope: FastifyInstance,
  { assets, organisation }: WebOptions,
): Promise<AssetLinks> {
  const { manifest, folder } = assets;
  await scope.register(fastifyStatic, {
    root: folder,
    prefix: '/assets/',
    decorateReply: false,
    preCompressed: true,
    index: false,
    redirect: false,
    dotfiles: 'ignore',
    maxAge: YEAR * 1000,
    immutable: true,
    // A script that runs beside a page goes by its own file's policy: what it is given, it can send nowhere.
    setHeaders(reply, path) {
      // Also where it lies compressed.
      if (/\.js(?:\.\w+)?$/.test(path)) void reply.header('content-security-policy', "default-src 'none'");
    },
  });
  const own = organisationStyle(organisation.colour);
  const name = own ? `organisation.${own.digest}.css` : undefined;
  if (own && name !== undefined) {
    scope.get(`/assets/${name}`, async (_, reply) =>
      reply
        .header('cache-control', `public, max-age=${YEAR}, immutable`)
        .type('text/css; charset=utf-8')
        .send(own.css),
    );
  }
  return {
    styles: [...manifest.styles, ...(name === undefined ? [] : [name])].map(at),
    script: at(manifest.script),
    scripts: Object.fromEntries(Object.entries(manifest.scripts).map(([one, file]) => [one, at(file)])),
    icon: at(manifest.icon),
  };
}
