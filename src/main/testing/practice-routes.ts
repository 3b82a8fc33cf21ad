import Fastify from 'fastify';
import type { PracticePort } from '#entry/web/index.ts';
import { readConfig } from '../../config.ts';
import { doors } from '../doors.ts';
import type { OpenHouse } from '../open-house.ts';

/** Nobody asks it anything: it is there so that practice mode has its addresses. */
const practice: PracticePort = {
  people: async () => [],
  enter: async () => '',
  moveClock: async () => undefined,
  now: () => Temporal.Instant.from('2026-11-24T10:00:00Z'),
  presets: [],
};

/** Every address of a house that is opened for practice, as `GET /practice`. */
export async function practiceRoutes(opened: OpenHouse): Promise<string[]> {
  const routes: string[] = [];
  const app = Fastify();
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) routes.push(`${one} ${url}`);
  });
  await doors(app, opened, {
    config: readConfig({ SIGNPOST_ORIGIN: 'http://signpost.test' }, true),
    practice,
    assets: {
      folder: import.meta.dirname,
      manifest: { styles: [], script: 'none.js', scripts: {}, icon: 'none.svg' },
    },
  });
  await app.ready();
  await app.close();
  return routes;
}
