/** How accounts on Bluesky look to the public, and which ones look like some words. */
import type { AppBskyActorDefs } from '@atproto/api';
import type { Profile, Profiles, Search } from '../network.ts';
import { guarded } from './bluesky-fault.ts';
import type { Sessions } from './session.ts';

export function profiles(sessions: Sessions): Profiles {
  return {
    async read(call, handle) {
      const { agent, did } = await sessions(call);
      const { data } = await guarded(call, 'read', () => agent.getProfile({ actor: handle ?? did }));
      return asProfile(data);
    },
  };
}

export function searching(sessions: Sessions): Search {
  return {
    async accounts(call, words, most) {
      const { agent } = await sessions(call);
      const { data } = await guarded(call, 'read', () =>
        agent.searchActors({ q: words, limit: Math.min(most, 100) }),
      );
      return data.actors.map(asProfile);
    },
  };
}

const asProfile = (view: AppBskyActorDefs.ProfileView | AppBskyActorDefs.ProfileViewDetailed): Profile => ({
  id: view.did,
  handle: view.handle,
  name: view.displayName || view.handle,
  about: view.description ?? '',
  picture: view.avatar,
  permalink: `https://bsky.app/profile/${view.did}`,
});
