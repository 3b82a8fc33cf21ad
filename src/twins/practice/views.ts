/** What the practice network gives out of what it knows, and how it says no. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PracticeRefusal } from './practice.ts';
import type { Post, Society } from './society.ts';

/** Handlers by method and path: `GET /posts/:id`. */
export type Routes = Readonly<
  Record<string, (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>>
>;

export const nothing = (): PracticeRefusal => new PracticeRefusal(404, 'NotFound', 'There is nothing here.');

/** @throws 404 where there is nobody of that name. */
export function memberView(all: Society, name: string) {
  const member = all.members.get(name);
  if (!member) throw nothing();
  return {
    handle: member.handle,
    name: member.name,
    about: member.about,
    official: member.lock !== undefined,
  };
}

export function postView(all: Society, post: Post) {
  const { key: _key, digest: _digest, what: _what, number: _number, ...seen } = post;
  return { ...seen, name: all.members.get(post.by)?.name ?? post.by };
}
