/** The real network as the contract suite sees it: our connector, and two people with the network's own client. */
import { AtpAgent, AtUri, RichText } from '@atproto/api';
import { systemClock } from '../src/kernel/clock.ts';
import { newId } from '../src/kernel/ids.ts';
import { blueskyNetwork } from '../src/networks/bluesky/index.ts';
import type { World } from '../src/networks/contract-suite.ts';
import type { Call, Secret } from '../src/networks/network.ts';
import { openOutbound } from '../src/networks/outbound.ts';
import type { RunningNetwork } from './start.ts';

export interface BlueskyWorld extends World {
  /** Amy, with the network's own client. */
  readonly amy: AtpAgent;
  /** Every secret that was kept, oldest first. */
  readonly kept: Secret[];
}

/** @param address of the server, or of what stands before it. */
export async function blueskyWorld(
  network: RunningNetwork,
  address: string,
  deadline: string,
): Promise<BlueskyWorld> {
  const { official, labeller } = network;
  const amy = new AtpAgent({ service: network.pds });
  await amy.login({ identifier: network.amy.handle, password: network.amy.password });
  const fetch = openOutbound({ allowed: [address], deadline: Temporal.Duration.from(deadline) });
  const account = { id: newId(), handle: official.handle, address };
  const kept: Secret[] = [];
  const call = (): Call => ({
    account,
    secret: kept.at(-1) ?? { password: official.password },
    now: systemClock.now(),
    keepSecret: async (secret) => void kept.push(secret),
  });
  return {
    network: blueskyNetwork({ fetch, labeller }),
    call,
    amy,
    kept,
    writes: (text, replyTo) => writes(amy, official.handle, text, replyTo),
    takesBack: (id) => amy.deletePost(id),
    visible: (text) => visible(network, text),
    hidden: (id) => hidden(amy, id),
    shutOut: () => shutOut(amy, official.handle),
    writer: amy.assertDid,
    stranger: { handle: network.bea.handle, words: network.bea.handle.slice(0, 9) },
    close: async () => {},
  };
}

async function writes(amy: AtpAgent, handle: string, text: string, replyTo?: string): Promise<string> {
  const record: Parameters<AtpAgent['post']>[0] = { text };
  const parent = replyTo === undefined ? undefined : await postOf(amy, replyTo);
  if (parent) {
    const { reply } = parent.value;
    const { uri, cid } = parent;
    record.reply = { parent: { uri, cid }, root: reply?.root ?? { uri, cid } };
  }
  // Marked as a mention beside the text, as the suite compares the words; so that it is about us wherever it stands.
  const { data } = await amy.resolveHandle({ handle });
  const feature = { $type: 'app.bsky.richtext.facet#mention', did: data.did };
  record.facets = [{ index: { byteStart: 0, byteEnd: 3 }, features: [feature] }];
  return (await amy.post(record)).uri;
}

async function postOf(amy: AtpAgent, id: string) {
  const { host, rkey } = new AtUri(id);
  return amy.getPost({ repo: host, rkey });
}

/** Straight from the records on the server: nothing that could be late, and nothing of ours in between. */
async function visible(network: RunningNetwork, text: string): Promise<number> {
  const asked = new URL('/xrpc/com.atproto.repo.listRecords', network.pds);
  asked.search = new URLSearchParams({
    repo: network.official.did,
    collection: 'app.bsky.feed.post',
    limit: '100',
  }).toString();
  const answer = await fetch(asked);
  const { records } = (await answer.json()) as { records: { value: { text: string } }[] };
  const words = new RichText({ text }).text;
  return records.filter((record) => record.value.text === words).length;
}

async function hidden(amy: AtpAgent, id: string): Promise<boolean> {
  const post = await postOf(amy, id);
  const { data } = await amy.getPostThread({ uri: post.value.reply?.root.uri ?? id, depth: 0 });
  const gate = data.threadgate?.record as { hiddenReplies?: string[] } | undefined;
  return gate?.hiddenReplies?.includes(id) ?? false;
}

/** Whether Amy finds herself blocked, as the network tells her. */
async function shutOut(amy: AtpAgent, handle: string): Promise<boolean> {
  const { data } = await amy.getProfile({ actor: handle });
  return data.viewer?.blockedBy ?? false;
}
