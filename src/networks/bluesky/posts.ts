/** Reads posts as Bluesky shows them. */
import {
  type Agent,
  AppBskyEmbedGallery,
  AppBskyEmbedImages,
  AppBskyEmbedRecordWithMedia,
  type AppBskyFeedDefs,
  AppBskyFeedPost,
  AtUri,
} from '@atproto/api';
import { refused } from '../fault.ts';
import type { Call, Person, Picture, ThreadPost } from '../network.ts';
import { guarded } from './bluesky-fault.ts';

export type PostView = AppBskyFeedDefs.PostView;

/** As many as the network gives in one answer. */
const BATCH = 25;

/** @returns those that are there and that we may see, by id. */
export async function postsById(
  agent: Agent,
  call: Call,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PostView>> {
  const found = new Map<string, PostView>();
  for (let at = 0; at < ids.length; at += BATCH) {
    const uris = ids.slice(at, at + BATCH);
    const { data } = await guarded(call, 'read', () => agent.getPosts({ uris }));
    for (const post of data.posts) found.set(post.uri, post);
  }
  return found;
}

/** @throws refused, at `field`, where it is not there. */
export async function onePost(agent: Agent, call: Call, id: string, field?: string): Promise<PostView> {
  if (!id.startsWith('at://')) throw refused('That is not a post on Bluesky.', field);
  const post = (await postsById(agent, call, [id])).get(id);
  if (!post)
    throw refused('It is not there any more: its author took it away, or has blocked us.', field, 'NotFound');
  return post;
}

/** What its author wrote; undefined where the record is of a kind that we do not read. */
export function writtenIn(post: { record: unknown }): AppBskyFeedPost.Record | undefined {
  return AppBskyFeedPost.isRecord(post.record) ? (post.record as AppBskyFeedPost.Record) : undefined;
}

/** Where a thread begins: the post itself, where it answers nothing. */
export const rootOf = (post: PostView): { uri: string; cid: string } =>
  writtenIn(post)?.reply?.root ?? { uri: post.uri, cid: post.cid };

export const personIn = (author: { did: string; handle: string; displayName?: string }): Person => ({
  id: author.did,
  handle: author.handle,
  name: author.displayName || author.handle,
});

const asPicture = ({ alt, fullsize }: { alt: string; fullsize: string }): Picture => ({ alt, url: fullsize });

export function picturesIn(post: PostView): readonly Picture[] {
  const { embed } = post;
  const media: { $type?: string } | undefined = AppBskyEmbedRecordWithMedia.isView(embed)
    ? embed.media
    : embed;
  if (AppBskyEmbedImages.isView(media)) return (media as AppBskyEmbedImages.View).images.map(asPicture);
  if (!AppBskyEmbedGallery.isView(media)) return [];
  const { items } = media as AppBskyEmbedGallery.View;
  return items
    .filter((item) => AppBskyEmbedGallery.isViewImage(item))
    .map((item) => asPicture(item as AppBskyEmbedGallery.ViewImage));
}

/** Where people read it. By the account's lasting id, so that it outlives a change of handle. */
export function permalinkOf(id: string): string {
  const { host, rkey } = new AtUri(id);
  return `https://bsky.app/profile/${host}/post/${rkey}`;
}

export function asThreadPost(post: PostView): ThreadPost {
  const written = writtenIn(post);
  return {
    id: post.uri,
    parent: written?.reply?.parent.uri,
    author: personIn(post.author),
    text: written?.text ?? '',
    pictures: picturesIn(post),
    at: Temporal.Instant.from(post.indexedAt),
    permalink: permalinkOf(post.uri),
  };
}
