/** What an account does on the practice network, with its key. */
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Practice } from './practice.ts';
import { handle, introduced, written } from './shapes.ts';
import { inboxOf, keyOf, threadOf, type Against } from './society.ts';
import { memberView, nothing, postView, type Routes } from './views.ts';

const ofAccount = z.object({ handle });
const withKey = z.object({ handle, key: z.uuid() });
const withId = z.object({ handle, id: z.string() });
const withOther = z.object({ handle, other: z.string() });
const page = z.object({ after: z.coerce.number(), most: z.coerce.number() });
const reported = z.object({
  subject: z.string().min(1),
  why: z.string().max(100),
  words: z.string().max(2_000),
});

/** Reads the path, and lets nobody on who does not show the account's key. */
function mine<Path extends { handle: string }>(
  practice: Practice,
  request: FastifyRequest,
  shape: z.ZodType<Path>,
): Path {
  const path = shape.parse(request.params);
  practice.admit(path.handle, request.headers.authorization?.replace(/^Bearer /, ''));
  return path;
}

export const accountRoutes = (practice: Practice): Routes => ({
  ...ownPosts(practice),
  ...reading(practice),
  ...acting(practice),
});

function ownPosts(practice: Practice): Routes {
  const { all } = practice;
  return {
    async 'PUT /accounts/:handle'(request) {
      const { name, about, key } = introduced.parse(request.body);
      const path = ofAccount.parse(request.params);
      await practice.join(path.handle, name, about, key);
      if (key) practice.admit(path.handle, key);
      return memberView(all, path.handle);
    },
    async 'GET /accounts/:handle/self'(request) {
      return memberView(all, mine(practice, request, ofAccount).handle);
    },
    async 'PUT /accounts/:handle/posts/:key'(request) {
      const path = mine(practice, request, withKey);
      return postView(all, await practice.put(path.handle, path.key, written.parse(request.body)));
    },
    async 'GET /accounts/:handle/posts/:key'(request) {
      const path = mine(practice, request, withKey);
      const post = all.posts.get(all.keys.get(keyOf(path.handle, path.key)) ?? '');
      if (!post || post.state === 'withdrawn') throw nothing();
      return postView(all, post);
    },
    async 'DELETE /accounts/:handle/own/:id'(request) {
      const path = mine(practice, request, withId);
      await practice.withdraw(path.id, path.handle);
      return {};
    },
  };
}

function reading(practice: Practice): Routes {
  const { all } = practice;
  return {
    async 'GET /accounts/:handle/inbox'(request) {
      const path = mine(practice, request, ofAccount);
      const { after, most } = page.parse(request.query);
      const entries = [...inboxOf(all, path.handle, after).take(most)];
      const more = entries.length === most;
      const cursor = more ? (entries.at(-1)?.number ?? after) : all.lines.length;
      return { items: entries.map(({ post }) => postView(all, post)), cursor, more };
    },
    async 'GET /accounts/:handle/threads/:id'(request) {
      const path = mine(practice, request, withId);
      return { posts: threadOf(all, path.id).map((post) => postView(all, post)) };
    },
    async 'POST /accounts/:handle/gone'(request) {
      mine(practice, request, ofAccount);
      const { ids } = z.object({ ids: z.array(z.string()).max(1_000) }).parse(request.body);
      return { ids: ids.filter((id) => (all.posts.get(id)?.state ?? 'withdrawn') === 'withdrawn') };
    },
  };
}

function acting(practice: Practice): Routes {
  const hide = async (request: FastifyRequest, hidden: boolean) => {
    const path = mine(practice, request, withId);
    await practice.hide(path.id, path.handle, hidden);
    return {};
  };
  return {
    'PUT /accounts/:handle/hidden/:id': (request) => hide(request, true),
    'DELETE /accounts/:handle/hidden/:id': (request) => hide(request, false),
    async 'GET /accounts/:handle/hidden/:id'(request) {
      return { holds: practice.all.posts.get(mine(practice, request, withId).id)?.hidden ?? false };
    },
    ...against(practice, 'restricted'),
    ...against(practice, 'blocked'),
    async 'POST /accounts/:handle/reports'(request) {
      const path = mine(practice, request, ofAccount);
      const { subject, why, words } = reported.parse(request.body);
      if (!practice.all.posts.has(subject) && !practice.all.members.has(subject)) throw nothing();
      return practice.report(path.handle, subject, why, words);
    },
  };
}

/** Begins, ends, and says whether an account restricts or blocks somebody. */
function against(practice: Practice, how: Against): Routes {
  const set = async (request: FastifyRequest, holds: boolean) => {
    const path = mine(practice, request, withOther);
    await practice.against(path.handle, how, path.other, holds);
    return {};
  };
  return {
    [`PUT /accounts/:handle/${how}/:other`]: (request) => set(request, true),
    [`DELETE /accounts/:handle/${how}/:other`]: (request) => set(request, false),
    async [`GET /accounts/:handle/${how}/:other`](request) {
      const path = mine(practice, request, withOther);
      return { holds: practice.all.holdsAgainst(path.handle, how, path.other) };
    },
  };
}
