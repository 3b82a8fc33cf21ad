/** E-mail through the organisation's own mail server: for whoever is woken, and for letters to people without an account. */
import { createTransport } from 'nodemailer';
import { NetworkFault, refused } from './fault.ts';
import { badKeys, outOfReach } from './http-faults.ts';
import { lostAnswer } from './send-once.ts';

export interface MailSettings {
  /** `smtps://name:password@host:465`, or `smtp://` where the server offers TLS by itself. */
  readonly address: string;
  readonly from: string;
  /** Milliseconds for each part of the talk; ten seconds unless told. */
  readonly patience?: number;
}

export interface Mail {
  /** Ours, so that a second copy is known as one by whoever reads. */
  readonly reference: string;
  readonly to: string;
  readonly subject: string;
  readonly words: string;
  readonly link: string;
}

/**
 * @param headers beside those that every mail of a program has.
 * @returns a way to send; it gives the id under which the server took the mail. It throws NetworkFault: `refused` for
 * an address that is none, otherwise to be tried again.
 */
export function mailServer(
  { address, from, patience = 10_000 }: MailSettings,
  headers: Readonly<Record<string, string>> = {},
): (mail: Mail) => Promise<string> {
  const transport = createTransport({
    url: address,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return async ({ reference, to, subject, words, link }) => {
    try {
      const sent = await transport.sendMail({
        from,
        to: { name: '', address: to },
        subject,
        text: `${words}\n\n${link}\n`,
        messageId: `<${reference}@signpost.invalid>`,
        headers: { ...headers, 'Auto-Submitted': 'auto-generated' },
      });
      return sent.messageId;
    } catch (error) {
      throw faultOf(error);
    }
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
