import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Page, PageContext } from '#screens/index.ts';
import { InputRefused, refuse } from '#kernel/refusal.ts';
import { contextFor, textsOf } from './context.ts';
import { sendLines } from './send-lines.ts';
import { pathsOf } from './options.ts';
import { opener } from './places.ts';
import { show, type Frame } from './show.tsx';

/** Every page and every file of every room, at its address, for those who may ask for it. */
export function roomPages(app: FastifyInstance, frame: Frame): void {
  for (const page of frame.options.pages.flatMap((room) => room.pages)) {
    opened(app, frame, page, (request, reply) => roomPage(frame, page, request, reply));
  }
  for (const download of frame.options.pages.flatMap((room) => room.downloads ?? [])) {
    opened(app, frame, download, async (request, reply) =>
      sendLines(reply, await download.file(contextOf(frame, request))),
    );
  }
}

/** A route for those who may open it: a stranger is sent to sign in, and for others it is not there. */
function opened(
  app: FastifyInstance,
  frame: Frame,
  page: Pick<Page, 'path' | 'askers'>,
  answer: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>,
): void {
  const opens = opener(page);
  app.get(page.path, async (request, reply) => {
    if (opens(request.standing)) return answer(request, reply);
    if (!request.standing) return reply.redirect(signInPath(frame, request.url), 303);
    throw refuse('kernel.not-found');
  });
}

async function roomPage(
  frame: Frame,
  page: Page,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const context = contextOf(frame, request);
  const title = typeof page.title === 'string' ? page.title : page.title(context);
  const { place, live, script, sendsNothing } = page;
  const manner = { place, live, script, sendsNothing };
  try {
    return await show(frame, request, reply, { title, body: await page.view(context), ...manner });
  } catch (error) {
    if (!(error instanceof InputRefused) || !page.wrong) throw error;
    const body = await page.wrong(context, error.errors);
    return show(frame, request, reply, { title, body, ...manner, status: 400, wrong: true });
  }
}

const contextOf = (frame: Frame, request: FastifyRequest): PageContext =>
  contextFor(frame, request.standing, {
    params: textsOf(request.params),
    query: textsOf(request.query),
  });

/** Where to sign in, and the way back to what was asked for. */
export const signInPath = ({ options }: Frame, back: string): string =>
  `${pathsOf(options.signIn).signIn}?back=${encodeURIComponent(back)}`;
