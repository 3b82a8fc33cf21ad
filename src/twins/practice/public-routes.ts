/** What anybody sees and writes on the practice network. No key: everybody there is invented. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { LOG } from './log.ts';
import { postsPage } from './page.ts';
import { PracticeRefusal, type Practice } from './practice.ts';
import { handle, said, written } from './shapes.ts';
import { isPublic, threadOf } from './society.ts';
import { memberView, nothing, postView, type Routes } from './views.ts';

const withId = z.object({ handle, id: z.string() });
const sought = z.object({ q: z.string(), most: z.coerce.number() });
const wantsPage = (request: FastifyRequest): boolean =>
  request.headers.accept?.includes('text/html') ?? false;

export const publicRoutes = (practice: Practice): Routes => ({ ...looking(practice), ...writing(practice) });

function looking({ all, folder }: Practice): Routes {
  return {
    async 'GET /'(_request, reply) {
      return reply.type('text/html').send(postsPage(all, [...all.posts.values()]));
    },
    async 'GET /posts'(request) {
      const { text } = z.object({ text: z.string().optional() }).parse(request.query);
      const posts = all.posts
        .values()
        .filter((post) => isPublic(post) && (text === undefined || post.text === text));
      return { posts: posts.map((post) => postView(all, post)).toArray() };
    },
    async 'GET /posts/:id'(request, reply) {
      const post = all.posts.get(z.object({ id: z.string() }).parse(request.params).id);
      if (!post || !isPublic(post)) throw nothing();
      return wantsPage(request)
        ? reply.type('text/html').send(postsPage(all, threadOf(all, post.id)))
        : postView(all, post);
    },
    async 'GET /accounts/:handle'(request) {
      return memberView(all, z.object({ handle }).parse(request.params).handle);
    },
    async 'GET /search'(request) {
      const { q, most } = sought.parse(request.query);
      const like = all.members
        .values()
        .filter((member) => `${member.handle} ${member.name}`.toLowerCase().includes(q.toLowerCase()));
      return {
        accounts: like
          .take(most)
          .map((member) => memberView(all, member.handle))
          .toArray(),
      };
    },
    async 'GET /pictures/:file'(request, reply) {
      const { file } = z.object({ file: z.string().regex(/^[0-9a-f]{64}$/) }).parse(request.params);
      const picture = await readFile(join(folder, 'pictures', file)).catch(() => undefined);
      if (!picture) throw nothing();
      return reply.type('application/octet-stream').send(picture);
    },
    async 'GET /log'(_request, reply) {
      // The file itself, so that nothing stands between what was accepted and who asks.
      return reply.type('application/x-ndjson').send(await readFile(join(folder, LOG)));
    },
  };
}

function writing(practice: Practice): Routes {
  return {
    async 'POST /people/:handle/posts'(request) {
      const path = z.object({ handle }).parse(request.params);
      const { name, to, kind, ...words } = said.parse(request.body);
      if (practice.all.members.get(path.handle)?.lock)
        throw new PracticeRefusal(401, 'WrongKey', 'This account has a key.');
      await practice.join(path.handle, name ?? path.handle, '');
      return postView(practice.all, await practice.say(path.handle, words, to, kind));
    },
    async 'PUT /people/:handle/posts/:id'(request) {
      const path = withId.parse(request.params);
      await practice.edit(path.id, path.handle, written.pick({ text: true }).parse(request.body).text);
      return {};
    },
    async 'DELETE /people/:handle/posts/:id'(request) {
      const path = withId.parse(request.params);
      await practice.withdraw(path.id, path.handle);
      return {};
    },
  };
}
