import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';

/** Servers on this machine for a file of tests. After each test those that it opened are closed. */
export function testServers(): {
  /** @returns its origin. */
  readonly serve: (listener: RequestListener) => Promise<string>;
  readonly closeAll: () => void;
} {
  const closing: (() => void)[] = [];
  const closeAll = (): void => {
    for (const close of closing.splice(0)) close();
  };
  afterEach(closeAll);
  return {
    closeAll,
    async serve(listener) {
      const server = createServer(listener).listen(0, '127.0.0.1');
      await once(server, 'listening');
      closing.push(() => {
        server.closeAllConnections();
        server.close();
      });
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    },
  };
}
