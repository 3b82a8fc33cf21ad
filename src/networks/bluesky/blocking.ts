/** Blocks people. The network keeps each block as a record of its own beside our posts, for everybody to read. */
import { createHash } from 'node:crypto';
import type { AppBskyGraphBlock } from '@atproto/api';
import { refused } from '../fault.ts';
import { type Call } from '../network.ts';
import { moderated, type Hold } from '../moderate.ts';
import { complains, guarded } from './bluesky-fault.ts';
import { keyOfDigest } from './record-key.ts';
import type { Sessions, SignedIn } from './session.ts';

const collection = 'app.bsky.graph.block';
const PAGE = 100;

export function blocking(sessions: Sessions): Hold {
  return {
    async begin(call, person) {
      const me = await sessions(call);
      if (!person.startsWith('did:'))
        throw refused('That is not a person on Bluesky.', undefined, 'NotFound');
      if ((await blocksOf(me, call, person)).length > 0) return moderated;
      const createdAt = call.now.toString({ fractionalSecondDigits: 3 });
      const record = { $type: collection, subject: person, createdAt };
      // Under one key for one person, so that a second attempt writes the same record.
      const input = { repo: me.did, collection, rkey: keyOf(person), record };
      await guarded(call, 'write', () => me.agent.com.atproto.repo.putRecord(input));
      return moderated;
    },
    async end(call, person) {
      const me = await sessions(call);
      for (const rkey of await blocksOf(me, call, person)) await remove(me, call, rkey);
      return moderated;
    },
    holds: async (call, person) => (await blocksOf(await sessions(call), call, person)).length > 0,
  };
}

const keyOf = (person: string): string => keyOfDigest(createHash('sha256').update(person).digest());

/** Keys of our records that block this person: also those that somebody made in the network's own programs. */
async function blocksOf(me: SignedIn, call: Call, person: string): Promise<string[]> {
  const found: string[] = [];
  for (let cursor: string | undefined, first = true; first || cursor !== undefined; first = false) {
    const asked = { repo: me.did, collection, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) };
    const { data } = await guarded(call, 'read', () => me.agent.com.atproto.repo.listRecords(asked));
    for (const { uri, value } of data.records) {
      if ((value as Partial<AppBskyGraphBlock.Record>).subject === person)
        found.push(uri.slice(uri.lastIndexOf('/') + 1));
    }
    cursor = data.cursor;
  }
  return found;
}

async function remove(me: SignedIn, call: Call, rkey: string): Promise<void> {
  try {
    await guarded(call, 'write', () =>
      me.agent.com.atproto.repo.deleteRecord({ repo: me.did, collection, rkey }),
    );
  } catch (error) {
    if (!complains(error, 'RecordNotFound')) throw error;
  }
}
