/** E-mail through the organisation's own mail server. */
import { createTransport } from 'nodemailer';
import { NetworkFault, refused } from '../fault.ts';
import { badKeys, outOfReach } from '../http-faults.ts';
import { lostAnswer } from '../send-once.ts';
import type { Pager } from './pager.ts';

export interface MailSettings {
  /** `smtps://name:password@host:465`, or `smtp://` where the server offers TLS by itself. */
  readonly address: string;
  readonly from: string;
  /** Milliseconds for each part of the talk; ten seconds unless told. */
  readonly patience?: number;
}

export function mailPager({ address, from, patience = 10_000 }: MailSettings): Pager {
  const transport = createTransport({
    url: address,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    channel: 'email',
    async send({ reference, to, subject, words, link }) {
      try {
        const sent = await transport.sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text: `${words}\n\n${link}\n`,
          // Ours, so that a second copy is known as one by whoever reads.
          messageId: `<${reference}@signpost.invalid>`,
          headers: { 'X-Priority': '1', 'Auto-Submitted': 'auto-generated' },
        });
        return { remote: sent.messageId };
      } catch (error) {
        throw faultOf(error);
      }
    },
  };
}

/** What `nodemailer` knows of how far it came. Its own sentences repeat the address, so only its code is kept. */
function faultOf(error: unknown): NetworkFault {
  const { code, responseCode } = Object(error) as { code?: string; responseCode?: number };
  const name = String(responseCode ?? code ?? 'unknown');
  if (code === 'EAUTH') return badKeys(name);
  if (typeof responseCode === 'number' && responseCode >= 500)
    return refused('The mail server does not take this. Look at the address.', 'to', name);
  if (typeof responseCode === 'number' || neverBegan(error)) return outOfReach(name);
  return lostAnswer(name);
}

/** No talk began, so nothing was handed over. It gives one and the same code where the words were, and only the answer is missing. */
const neverBegan = (error: unknown): boolean =>
  error instanceof Error && ('syscall' in error || /greeting|connection timeout/i.test(error.message));
