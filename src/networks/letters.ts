/** Letters by e-mail, through the organisation's own mail server. */
import { createTransport } from 'nodemailer';
import { NetworkFault, refused } from './fault.ts';
import { badKeys, outOfReach } from './http-faults.ts';
import { lostAnswer } from './send-once.ts';

export interface MailServer {
  /** `smtps://name:password@host:465`, or `smtp://` where the server offers TLS by itself. */
  readonly address: string;
  readonly from: string;
  /** Milliseconds for each part of the talk; ten seconds unless told. */
  readonly patience?: number;
}

export interface MailLetter {
  readonly reference: string;
  readonly to: string;
  readonly subject: string;
  readonly words: string;
  readonly link: string;
}

/** @throws NetworkFault from what it returns: `refused` for an address that is none, otherwise to be tried again. */
export function mailLetters({ address, from, patience = 10_000 }: MailServer) {
  const transport = createTransport({
    url: address,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ reference, to, subject, words, link }: MailLetter): Promise<void> {
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text: `${words}\n\n${link}\n`,
          // Ours, so that a second copy is known as one by whoever reads.
          messageId: `<${reference}@signpost.invalid>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
      } catch (error) {
        throw faultOf(error);
      }
    },
  };
}

/** What the library knows of how far it came. Its own sentences repeat the address, so only its code is kept. */
function faultOf(error: unknown): NetworkFault {
  const { code, responseCode, command } = Object(error) as {
    code?: string;
    responseCode?: number;
    command?: string;
  };
  const name = String(responseCode ?? code ?? 'unknown');
  if (code === 'EAUTH') return badKeys(name);
  if (typeof responseCode === 'number' && responseCode >= 500)
    return refused('The mail server does not take this. Look at the address.', 'to', name);
  if (typeof responseCode === 'number' || command === 'CONN') return outOfReach(name);
  return lostAnswer(name);
}
