import { inject } from 'vitest';
import { describeNetwork } from '../src/networks/contract-suite.ts';
import { describeOnABadLine } from '../src/networks/contract/faults.ts';
import { startFaultProxy } from '../src/networks/fault-proxy.ts';
import { blueskyWorld } from './bluesky-world.ts';

const network = inject('network');
const parts = ['profile', 'publish', 'inbox', 'moderate', 'report', 'search'] as const;

describeNetwork('Bluesky', { parts, measures: ['hide', 'block'] }, () =>
  blueskyWorld(network, network.pds, 'PT10S'),
);

describeOnABadLine('Bluesky', async () => {
  const proxy = await startFaultProxy(network.pds);
  const world = await blueskyWorld(network, proxy.address, 'PT2S');
  return {
    ...world,
    proxy,
    at: {
      write: { method: 'POST', path: /com\.atproto\.repo\.putRecord/ },
      find: { method: 'GET', path: /com\.atproto\.repo\.getRecord/ },
      poll: { method: 'GET', path: /app\.bsky\.notification\.listNotifications/ },
    },
    close: () => proxy.close(),
  };
});
