import type { Fetch } from '../outbound.ts';
import type { MailSettings } from '../mail-server.ts';
import { mailPager } from './mail.ts';
import { notifyPagers, type NotifySettings } from './notify.ts';
import type { Pager, Pagers } from './pager.ts';
import { teamsPager } from './teams.ts';

export type { Fate, Pager, PagerChannel, Pagers, Taken, Wakeup } from './pager.ts';

export interface PagerSettings {
  readonly notify?: NotifySettings | undefined;
  readonly mail?: MailSettings | undefined;
  readonly teams?: string | undefined;
}

/** The channels that are set up. Of two for e-mail the organisation's own server stands back: Notify gives receipts. */
export function openPagers(fetch: Fetch, settings: PagerSettings): Pagers {
  const all: readonly Pager[] = [
    ...(settings.mail ? [mailPager(settings.mail)] : []),
    ...(settings.notify ? notifyPagers(fetch, settings.notify) : []),
    ...(settings.teams === undefined ? [] : [teamsPager(fetch, settings.teams)]),
  ];
  return new Map(all.map((pager) => [pager.channel, pager]));
}
