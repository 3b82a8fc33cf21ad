/** Bluesky, over its own client. */
import { BSKY_LABELER_DID } from '@atproto/api';
import { absent, present, type Network } from '../network.ts';
import type { Fetch } from '../outbound.ts';
import { blueskyLimits } from './bluesky-limits.ts';
import { inbox } from './inbox.ts';
import { moderating } from './moderating.ts';
import { profiles, searching } from './profiles.ts';
import { publishing } from './publishing.ts';
import { reporting } from './reporting.ts';
import { openSessions } from './session.ts';

export interface BlueskySettings {
  /** The one way out. */
  readonly fetch: Fetch;
  /** Who receives reports. Bluesky's own moderators where left out. */
  readonly labeller?: string;
  /** Of what we write, as BCP 47. */
  readonly language?: string;
}

export { BLUESKY_ADDRESS } from './session.ts';

export function blueskyNetwork(settings: BlueskySettings): Network {
  const sessions = openSessions(settings.fetch);
  return {
    kind: 'bluesky',
    name: 'Bluesky',
    limits: blueskyLimits,
    asks: [
      {
        name: 'password',
        label: 'App password',
        hint: 'Nineteen characters with three dashes. Make one on Bluesky under Privacy and security. Never give the account’s own password.',
      },
    ],
    profile: present(profiles(sessions)),
    publish: present(publishing(sessions, settings.language ?? 'en-GB')),
    inbox: present(inbox(sessions)),
    webhook: absent(
      'Bluesky delivers nothing to programs like this one; its inbox is asked every half minute.',
      'The network’s published methods, which hold none for it',
    ),
    moderate: present(moderating(sessions)),
    report: present(reporting(sessions, settings.labeller ?? BSKY_LABELER_DID)),
    search: present(searching(sessions)),
  };
}
