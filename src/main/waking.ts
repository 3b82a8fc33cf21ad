import { openOutbound } from '#networks/outbound.ts';
import { openPagers } from '#networks/pager/index.ts';
import type { Waking } from '#entry/worker/index.ts';
import type { Config } from '../config.ts';
import type { OpenPractice } from './practice.ts';

/**
 * The worker's way to whoever is woken: the channels that are set up, or in practice the stand-in. A worker beside a
 * practice program has no stand-in and wakes nobody: an exercise never reaches a real phone.
 */
export function openWaking(
  config: Pick<Config, 'pagers' | 'mail' | 'origin' | 'allowedOrigins'>,
  open: (sealed: string) => string,
  { practice, isPractice }: { practice: Pick<OpenPractice, 'phone'> | undefined; isPractice: boolean },
): Waking {
  const settings = isPractice ? (practice?.phone.settings ?? {}) : { ...config.pagers, mail: config.mail };
  const allowed = [...(practice ? [practice.phone.address] : []), ...config.allowedOrigins];
  return { pagers: openPagers(openOutbound({ allowed }), settings), open, origin: config.origin };
}
