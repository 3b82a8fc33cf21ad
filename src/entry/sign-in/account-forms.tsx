import type { ReactNode } from 'react';
import { LineField, Moment, Notice, PageHeading } from '#screens/index.ts';
import { errorAt, WrongSummary, type Wrong } from './forms.tsx';
import type { OpenSession } from './sign-in.ts';

const small = 'nhsuk-button nhsuk-button--secondary';

interface AccountProps {
  readonly proofs: { readonly password: boolean; readonly secondFactor: boolean };
  readonly sessions: readonly OpenSession[];
  readonly wrong?: Wrong;
  readonly done?: string | undefined;
}

/** One's own account: how one proves who one is, and where one is signed in. */
export const Account = ({ proofs, sessions, wrong, done }: AccountProps) => (
  <>
    <WrongSummary wrong={wrong} />
    {done === undefined ? null : <Notice kind="done">{done}</Notice>}
    <PageHeading>Your account</PageHeading>
    {proofs.password ? <PasswordForm wrong={wrong} /> : null}
    <h2 className="nhsuk-heading-m">Second factor</h2>
    <SecondFactor {...proofs} wrong={wrong} />
    <h2 className="nhsuk-heading-m">A token for programs</h2>
    <p>
      With a token, the command line and other programs act as you through the API. It ends as every session
      does: after 30 minutes without use, after 12 hours, and when your roles change.
    </p>
    <Send to="/account/token" text="Make a token" />
    <h2 className="nhsuk-heading-m">Where you are signed in</h2>
    <Sessions sessions={sessions} />
  </>
);

const Send = ({ to, text }: { readonly to: string; readonly text: string }) => (
  <form action={to} method="post">
    <button className={small} type="submit">
      {text}
    </button>
  </form>
);

const PasswordForm = ({ wrong }: { readonly wrong: Wrong | undefined }) => (
  <>
    <h2 className="nhsuk-heading-m">Change your password</h2>
    <form action="/account/password" method="post" className="sp-form">
      <LineField
        id="current"
        name="current"
        label="Present password"
        type="password"
        autoComplete="current-password"
        error={errorAt(wrong, 'current')}
      />
      <LineField
        id="next"
        name="next"
        label="New password"
        type="password"
        autoComplete="new-password"
        hint="At least 12 characters. Pasting is fine. All your other sessions end."
        error={errorAt(wrong, 'next')}
      />
      <button className={small} type="submit">
        Change password
      </button>
    </form>
  </>
);

function SecondFactor({
  password,
  secondFactor,
  wrong,
}: AccountProps['proofs'] & { readonly wrong: Wrong | undefined }) {
  if (!password)
    return (
      <p>
        You have no password here, so Signpost asks for no code: the sign-in of your organisation sees to
        that.
      </p>
    );
  if (!secondFactor)
    return (
      <>
        <p>
          Off. With an authenticator app on your phone, somebody who has found out your password still does
          not get in.
        </p>
        <WithPassword to="/account/second-factor" wrong={wrong}>
          <button className={small} type="submit">
            Set up a second factor
          </button>
        </WithPassword>
      </>
    );
  return (
    <>
      <p>On: when you sign in you are asked for a code of your authenticator app, or a spare code.</p>
      <WithPassword to="/account/second-factor/change" wrong={wrong}>
        <button className={small} type="submit" name="what" value="codes">
          Make new spare codes
        </button>{' '}
        <button className={small} type="submit" name="what" value="off">
          Turn it off
        </button>
      </WithPassword>
    </>
  );
}

const WithPassword = (props: {
  readonly to: string;
  readonly wrong: Wrong | undefined;
  readonly children: ReactNode;
}) => (
  <form action={props.to} method="post" className="sp-form">
    <LineField
      id="password"
      name="password"
      label="Your password"
      type="password"
      autoComplete="current-password"
      error={errorAt(props.wrong, 'password')}
    />
    {props.children}
  </form>
);

const Sessions = ({ sessions }: Pick<AccountProps, 'sessions'>) => (
  <>
    <ul className="nhsuk-list nhsuk-list--bullet">
      {sessions.map((one) => (
        <li key={`${one.began.toString()} ${one.kind}`}>
          {one.kind === 'token' ? 'A program with a token' : 'A browser'}, since <Moment at={one.began} />
          {one.here ? ' (this one)' : ''}
        </li>
      ))}
    </ul>
    {sessions.some((one) => !one.here) ? (
      <Send to="/account/sessions/end" text="Sign out everywhere else" />
    ) : null}
  </>
);

/** Shown once, on the answer that made it. */
export const TokenMade = ({ token }: { readonly token: string }) => (
  <>
    <PageHeading>Your token</PageHeading>
    <p>Copy it now: it is not shown again. Whoever has it can act as you, so treat it like a password.</p>
    <p>
      <code className="sp-code" id="token">
        {token}
      </code>
    </p>
    <p>
      For the command line set <code>SIGNPOST_TOKEN</code> to it. For the API send the header{' '}
      <code>Authorization: Bearer</code> with it.
    </p>
    <p>
      <a href="/account">Back to your account</a>
    </p>
  </>
);

const Codes = ({ codes }: { readonly codes: readonly string[] }) => (
  <ul className="nhsuk-list sp-codes">
    {codes.map((code) => (
      <li key={code}>
        <code className="sp-code">{code}</code>
      </li>
    ))}
  </ul>
);

export const SpareCodes = ({ codes }: { readonly codes: readonly string[] }) => (
  <>
    <PageHeading>Your new spare codes</PageHeading>
    <p>Keep them somewhere safe. Each opens the door once; those from before open it no more.</p>
    <Codes codes={codes} />
    <p>
      <a href="/account">Back to your account</a>
    </p>
  </>
);

export const SetUp = ({
  picture,
  secret,
  codes,
}: {
  readonly picture: string;
  readonly secret: string;
  readonly codes: readonly string[];
}) => (
  <>
    <PageHeading>Set up a second factor</PageHeading>
    <h2 className="nhsuk-heading-m">1. Scan this square with the authenticator app on your phone</h2>
    <p>
      <img
        src={picture}
        width="240"
        height="240"
        alt="Square to scan with an authenticator app. The same as text stands below."
      />
    </p>
    <p>
      If you cannot scan it, type this into the app:{' '}
      <code className="sp-code" id="secret">
        {secret}
      </code>
    </p>
    <h2 className="nhsuk-heading-m">2. Keep these spare codes somewhere safe</h2>
    <p>Should you lose your phone, each opens the door once.</p>
    <Codes codes={codes} />
    <h2 className="nhsuk-heading-m">3. Enter the code that the app shows</h2>
    <form action="/account/second-factor/confirm" method="post" className="sp-form">
      <LineField
        id="code"
        name="code"
        label="Code"
        hint="Six figures. Until you enter them, nothing has changed."
        autoComplete="one-time-code"
        inputMode="numeric"
        width={10}
      />
      <button className="nhsuk-button" type="submit">
        Turn it on
      </button>
    </form>
  </>
);
