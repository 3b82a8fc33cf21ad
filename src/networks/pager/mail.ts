/** Wakes by e-mail, through the organisation's own mail server. */
import { mailServer, type MailSettings } from '../mail-server.ts';
import type { Pager } from './pager.ts';

export function mailPager(settings: MailSettings): Pager {
  const send = mailServer(settings, { 'X-Priority': '1' });
  return { channel: 'email', send: async (mail) => ({ remote: await send(mail) }) };
}
