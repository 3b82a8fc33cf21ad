import type { ReactNode } from 'react';
import type { AnyCommand } from '#kernel/command.ts';
import type { TextBody } from '#kernel/form-text.ts';
import { Refused } from '#kernel/refusal.ts';
import { StoreAway } from '#kernel/store-port.ts';
import { Cite, PageHeading } from '#screens/index.ts';
import { SendAgain, WhatYouWrote } from './typed.tsx';

/** What had been sent when something went wrong. */
export interface Sent {
  readonly command?: AnyCommand | undefined;
  readonly body: TextBody;
  readonly path: string;
}

/** The product says no: why, under which clause, who could, and what to do instead. */
export const Refusal = ({
  refused,
  sent,
  children,
}: {
  readonly refused: Refused;
  readonly sent?: Sent | undefined;
  readonly children?: ReactNode;
}) => (
  <>
    <PageHeading>{refused.message}</PageHeading>
    {refused.citation ? (
      <p>
        <Cite citation={refused.citation} />
      </p>
    ) : null}
    <p>{refused.instead}</p>
    {refused.whoCould.length === 0 ? null : <WhoCould who={refused.whoCould} />}
    <p>
      <a href={`/help/refusals/${encodeURIComponent(refused.code)}`}>More about this answer</a>
    </p>
    {children ?? (sent ? <WhatYouWrote command={sent.command} body={sent.body} /> : null)}
  </>
);

const WhoCould = ({ who }: { readonly who: readonly string[] }) => (
  <>
    <h2 className="nhsuk-heading-s">Who could</h2>
    <ul>
      {who.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  </>
);

/** The database is away for a moment. A read loads itself again; a form waits, with everything in it. */
export const Away = ({ sent, path }: { readonly sent?: Sent | undefined; readonly path: string }) => (
  <>
    <PageHeading>Signpost is catching its breath</PageHeading>
    <p>
      The database did not answer. This usually passes in a few seconds, and nothing that was saved is lost.
    </p>
    {sent ? (
      <>
        <p>
          It may already have been done. Sending it again is safe: it will be done once, whatever happened
          before.
        </p>
        <SendAgain command={sent.command} body={sent.body} path={sent.path} />
        <WhatYouWrote command={sent.command} body={sent.body} />
      </>
    ) : (
      <p>
        This page tries again by itself. You can also <a href={path}>try now</a>.
      </p>
    )}
  </>
);

/** Our fault. The number leads us to what happened. */
export const Fault = ({
  reference,
  sent,
}: {
  readonly reference: string;
  readonly sent?: Sent | undefined;
}) => (
  <>
    <PageHeading>Something went wrong here</PageHeading>
    <p>This is a fault in Signpost and not something that you did.</p>
    <p>
      If it stays, tell whoever looks after Signpost the reference <strong>{reference}</strong>.
    </p>
    {sent ? (
      <>
        <p>Sending it again is safe: it will be done once, whatever happened before.</p>
        <SendAgain command={sent.command} body={sent.body} path={sent.path} />
        <WhatYouWrote command={sent.command} body={sent.body} />
      </>
    ) : null}
  </>
);

/** The session ended while somebody wrote. */
export const SignedOut = ({ sent, signIn }: { readonly sent: Sent; readonly signIn: string }) => (
  <>
    <PageHeading>You are no longer signed in</PageHeading>
    <p>Nothing was done, and what you wrote is still here.</p>
    <ol>
      <li>
        <a href={signIn} target="_blank" rel="noopener">
          Sign in on a new page
        </a>
      </li>
      <li>Come back to this page and send it again.</li>
    </ol>
    <SendAgain command={sent.command} body={sent.body} path={sent.path} />
    <WhatYouWrote command={sent.command} body={sent.body} />
  </>
);

const short: Record<number, { title: string; words: string }> = {
  400: {
    title: 'That could not be read',
    words: 'Go back and send it again. If it stays, load the page anew first.',
  },
  403: {
    title: 'That was not sent from here',
    words: 'Open the page in Signpost itself and send the form from there.',
  },
  404: {
    title: 'There is nothing here that you can see',
    words:
      'Check the address, or go back to where you came from. If somebody sent you the link, ask them whether you should see it.',
  },
  405: { title: 'That cannot be asked in this way', words: 'Use the links and buttons of the page.' },
  413: {
    title: 'That is too long',
    words: 'A form may hold about a million characters. Shorten it and send it again.',
  },
  415: { title: 'That is not a form', words: 'Use the form on the page.' },
  429: {
    title: 'One moment',
    words: 'Many requests came from you in a short time. Wait a few seconds, then go on.',
  },
  503: {
    title: 'Signpost is very busy',
    words: 'Wait a few seconds and try again. Nothing that was saved is lost.',
  },
};

/** Everything else that a door itself refuses, in plain words. */
export const Plain = ({
  status,
  detail,
}: {
  readonly status: number;
  readonly detail?: string | undefined;
}) => (
  <>
    <PageHeading>{titleOf(status)}</PageHeading>
    {detail === undefined ? null : <p>{detail}</p>}
    <p>{short[status]?.words ?? short[400]?.words}</p>
    <p>
      <a href="/">Go to the first page</a>
    </p>
  </>
);

export const titleOf = (status: number): string => short[status]?.title ?? short[400]?.title ?? '';

export const isAway = (error: unknown): error is StoreAway => error instanceof StoreAway;
export const isRefused = (error: unknown): error is Refused => error instanceof Refused;
