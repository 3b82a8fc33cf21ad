import type { FastifyInstance } from 'fastify';
import type { Page } from '#screens/index.ts';
import { refuse } from '#kernel/refusal.ts';
import { contextFor, textsOf } from './context.ts';
import { pathsOf } from './options.ts';
import { opener } from './places.ts';
import { show, type Frame } from './show.tsx';

/** Every page of every room, at its address, for those who may ask for it. */
export function roomPages(app: FastifyInstance, frame: Frame): void {
  for (const page of frame.options.pages.flatMap((room) => room.pages)) roomPage(app, frame, page);
}

function roomPage(app: FastifyInstance, frame: Frame, page: Page): void {
  const opens = opener(page);
  app.get(page.path, async (request, reply) => {
    if (!opens(request.standing)) {
      if (!request.standing) return reply.redirect(signInPath(frame, request.url), 303);
      throw refuse('kernel.not-found');
    }
    const context = contextFor(frame.house, request.standing, {
      params: textsOf(request.params),
      query: textsOf(request.query),
    });
    const body = await page.view(context);
    const title = typeof page.title === 'string' ? page.title : page.title(context);
    return show(frame, request, reply, { title, body, place: page.place, live: page.live });
  });
}

/** Where to sign in, and the way back to what was asked for. */
export const signInPath = ({ options }: Frame, back: string): string =>
  `${pathsOf(options.signIn).signIn}?back=${encodeURIComponent(back)}`;
