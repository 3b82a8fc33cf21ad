/** Hand work kept in memory: for tests, and where a program has no store of its own. */
import { newId } from '#kernel/ids.ts';
import type { Deed, HandWork } from './manual.ts';
import type { Incoming, Published } from './network.ts';

export interface HandNotebook extends HandWork {
  /** A person says: I have posted this, and here it is. A second confirmation changes nothing. */
  confirm(account: string, key: string, permalink: string, at: Temporal.Instant): Published;
  /** A person says: it is so now, or no longer. */
  did(account: string, deed: Deed, of: string, holds: boolean): void;
  /** A person writes down what they saw on the site. */
  capture(account: string, item: Incoming): void;
}

const keyOf = (account: string, key: string) => `${account} ${key}`;

export function handNotebook(): HandNotebook {
  const posts = new Map<string, Published>();
  const seen = new Map<string, { number: number; item: Incoming }[]>();
  const held = new Set<string>();
  return {
    async holds(account, deed, of) {
      return held.has(keyOf(account, `${deed} ${of}`));
    },
    did(account, deed, of, holds) {
      const key = keyOf(account, `${deed} ${of}`);
      if (holds) held.add(key);
      else held.delete(key);
    },
    async confirmed(account, key) {
      return posts.get(keyOf(account, key));
    },
    async captured(account, after, most) {
      return (seen.get(account) ?? []).filter((entry) => entry.number > after).slice(0, most);
    },
    confirm(account, key, permalink, at) {
      const before = posts.get(keyOf(account, key));
      if (before) return before;
      const published: Published = { state: 'published', id: permalink || newId(), permalink, at };
      posts.set(keyOf(account, key), published);
      return published;
    },
    capture(account, item) {
      const entries = seen.get(account) ?? [];
      seen.set(account, [...entries, { number: entries.length + 1, item }]);
    },
  };
}
