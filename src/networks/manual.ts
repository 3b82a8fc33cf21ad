/**
 * The network that a person works by hand: any site without a connector of its own. It sends nothing and
 * fetches nothing. It turns a post into a task for a person, and knows what people have confirmed and captured.
 */
import { refused } from './fault.ts';
import type { Limits } from './limits.ts';
import { absent, present } from './network.ts';
import { moderated } from './moderate.ts';
import type { ByHand, Call, Incoming, Network, Outgoing, Polled, Published, ThreadPost } from './network.ts';
import type { Hold, Moderated } from './moderate.ts';
import { mustFit } from './send-once.ts';

/** What people have done by hand, as the product remembers it. Order is the order in which it was written down. */
export interface HandWork {
  /** The post that a person confirmed for this key. */
  confirmed(account: string, key: string): Promise<Published | undefined>;
  /** Whether a person said that this is so now. */
  holds(account: string, deed: Deed, of: string): Promise<boolean>;
  /** What was captured after the entry of that number, oldest first, at most `most`. Numbers grow. */
  captured(
    account: string,
    after: number,
    most: number,
  ): Promise<readonly { number: number; item: Incoming }[]>;
}

export type Deed = 'hide' | 'restrict' | 'block';

export interface ManualSettings {
  readonly kind: string;
  readonly name: string;
  readonly limits: Limits;
  /** Where a person signs in to post. */
  readonly open?: string;
  readonly handWork: HandWork;
}

/** Enough for any site that we may meet; a site's own limits are settings. */
export const wideLimits: Limits = {
  text: { count: 'characters', most: 5_000 },
  pictures: { most: 10, bytes: 8_000_000, types: ['image/jpeg', 'image/png', 'image/webp'], alt: 1_500 },
};

const BATCH = 100;
const byPerson = 'This account is worked by hand';
const noConnector = 'Signpost has no connector for this network';

/** @param settings one site: several manual networks may stand side by side under names of their own. */
export function manualNetwork(settings: ManualSettings): Network {
  const { handWork } = settings;
  return {
    kind: settings.kind,
    name: settings.name,
    limits: settings.limits,
    asks: [],
    profile: absent(`${byPerson}: look at it on the site itself.`, noConnector),
    publish: present({
      repeat: 'safe',
      async post(call: Call, outgoing: Outgoing) {
        mustFit(settings.limits, outgoing);
        return (await handWork.confirmed(call.account.id, outgoing.key)) ?? task(settings, call, outgoing);
      },
      find: (call: Call, key: string) => handWork.confirmed(call.account.id, key),
      // Saying nothing would read as done, so it says who must do it.
      async remove() {
        throw refused(`Take it down on ${settings.name} itself, then come back and say so.`);
      },
    }),
    inbox: present({
      brings: ['direct-message', 'comment', 'reply', 'mention', 'tag', 'review', 'listening-find'] as const,
      misses: [],
      every: Temporal.Duration.from({ minutes: 1 }),
      lookBack: Temporal.Duration.from({ hours: 24 }),
      poll: (call: Call, cursor: string | undefined) => poll(handWork, call, cursor),
      thread: (call: Call, id: string) => thread(handWork, call, id),
      gone: (call: Call, ids: readonly string[]) => gone(handWork, call, ids),
    }),
    webhook: absent(`${byPerson}: nothing is delivered to us.`, noConnector),
    moderate: present({
      hide: present(byHand(settings, 'hide')),
      restrict: present(byHand(settings, 'restrict')),
      block: present(byHand(settings, 'block')),
    }),
    report: absent(`${byPerson}: use the site’s own form.`, noConnector),
    search: absent(`${byPerson}: search on the site itself.`, noConnector),
  };
}

function task(settings: ManualSettings, call: Call, outgoing: Outgoing): ByHand {
  const open = outgoing.replyTo ?? settings.open;
  return {
    state: 'by-hand',
    key: outgoing.key,
    copy: outgoing.text,
    descriptions: outgoing.pictures.map((picture) => picture.alt),
    open,
    steps: [
      `Sign in to ${settings.name} as ${call.account.handle}.`,
      outgoing.replyTo ? 'Open what you are answering.' : 'Start a new post.',
      'Paste the words as they stand.',
      ...outgoing.pictures.map((_, index) => `Add picture ${index + 1} and type in its description.`),
      'Send it, copy its address, and come back to confirm.',
    ],
  };
}

const asOnTheSite: Readonly<Record<Deed, { readonly begin: string; readonly end: string }>> = {
  hide: { begin: 'Hide it from others.', end: 'Show it to others again.' },
  restrict: {
    begin: 'Restrict the person who wrote it, so that others do not see what they write.',
    end: 'Take the restriction back.',
  },
  block: { begin: 'Block the person.', end: 'Take the block back.' },
};

/** A person does it on the site, and says so. */
function byHand(settings: ManualSettings, deed: Deed): Hold {
  const { handWork } = settings;
  const holds = (call: Call, of: string) => handWork.holds(call.account.id, deed, of);
  const asked = async (call: Call, of: string, way: 'begin' | 'end'): Promise<Moderated> =>
    (await holds(call, of)) === (way === 'begin')
      ? moderated
      : {
          state: 'by-hand',
          open: settings.open,
          steps: [
            `Sign in to ${settings.name} as ${call.account.handle}.`,
            deed === 'hide' ? 'Open what was written.' : 'Open the page of the person.',
            asOnTheSite[deed][way],
            'Come back to confirm.',
          ],
        };
  return {
    begin: (call, of) => asked(call, of, 'begin'),
    end: (call, of) => asked(call, of, 'end'),
    holds,
  };
}

async function poll(handWork: HandWork, call: Call, cursor: string | undefined): Promise<Polled> {
  const after = cursor === undefined ? 0 : Number(cursor);
  const entries = await handWork.captured(call.account.id, after, BATCH);
  return {
    items: entries.map((entry) => entry.item),
    cursor: String(entries.at(-1)?.number ?? after),
    more: entries.length === BATCH,
  };
}

async function everything(handWork: HandWork, account: string): Promise<readonly Incoming[]> {
  const items: Incoming[] = [];
  for (let after = 0; ;) {
    const entries = await handWork.captured(account, after, BATCH);
    items.push(...entries.map((entry) => entry.item));
    const last = entries.at(-1);
    if (!last || entries.length < BATCH) return items;
    after = last.number;
  }
}

async function thread(handWork: HandWork, call: Call, id: string): Promise<readonly ThreadPost[]> {
  const items = await everything(handWork, call.account.id);
  const itself = items.find((item) => item.id === id);
  const above: Incoming[] = [];
  for (let next = itself?.parent; next !== undefined;) {
    const parent = items.find((item) => item.id === next && !above.includes(item));
    if (parent) above.unshift(parent);
    next = parent?.parent;
  }
  return [...above, ...(itself ? [itself] : []), ...items.filter((item) => item.parent === id)];
}

async function gone(handWork: HandWork, call: Call, ids: readonly string[]): Promise<readonly string[]> {
  const items = await everything(handWork, call.account.id);
  return ids.filter((id) => items.findLast((item) => item.id === id)?.state === 'withdrawn');
}
