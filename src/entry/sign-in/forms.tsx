import { ErrorSummary, LineField, Notice, PageHeading } from '#screens/index.ts';

/** What is wrong, and at which field. */
export interface Wrong {
  readonly field: string;
  readonly message: string;
}

export const WrongSummary = ({ wrong }: { readonly wrong: Wrong | undefined }) =>
  wrong === undefined ? null : (
    <ErrorSummary errors={[{ message: wrong.message, href: `#${wrong.field}` }]} />
  );

export const errorAt = (wrong: Wrong | undefined, field: string): string | undefined =>
  wrong?.field === field ? wrong.message : undefined;

/** Where to go afterwards, carried through the forms. */
const Back = ({ back }: { readonly back: string | undefined }) =>
  back === undefined ? null : <input type="hidden" name="back" value={back} />;

/** The way back as a part of an address. */
export const withBack = (path: string, back: string | undefined): string =>
  back === undefined ? path : `${path}?back=${encodeURIComponent(back)}`;

interface SignInProps {
  readonly oidcName: string | undefined;
  readonly back: string | undefined;
  readonly email?: string;
  readonly wrong?: Wrong;
  /** What was done just before. */
  readonly done?: string | undefined;
}

export const SignInForm = ({ oidcName, email, back, wrong, done }: SignInProps) => (
  <>
    <WrongSummary wrong={wrong} />
    {done === undefined ? null : <Notice kind="done">{done}</Notice>}
    <PageHeading>Sign in</PageHeading>
    {oidcName === undefined ? null : <OrganisationButton name={oidcName} back={back} />}
    <form action="/sign-in" method="post" className="sp-form">
      <LineField
        id="email"
        name="email"
        label="Work e-mail address"
        type="email"
        autoComplete="username"
        value={email}
        error={errorAt(wrong, 'email')}
      />
      <LineField
        id="password"
        name="password"
        label="Password"
        type="password"
        autoComplete="current-password"
        error={errorAt(wrong, 'password')}
      />
      <Back back={back} />
      <button className="nhsuk-button" type="submit">
        Sign in
      </button>
    </form>
    <p>
      No password yet, or forgotten it? Ask a system administrator of Signpost for a code, then{' '}
      <a href="/sign-in/new-password">choose a new password</a>.
    </p>
  </>
);

const OrganisationButton = ({ name, back }: { readonly name: string; readonly back: string | undefined }) => (
  <>
    <p>
      <a
        className="nhsuk-button"
        href={withBack('/sign-in/organisation', back)}
        id="organisation"
        role="button"
      >
        Sign in with {name}
      </a>
    </p>
    <h2 className="nhsuk-heading-m">Or with a password</h2>
  </>
);

interface CodeProps {
  readonly action: string;
  readonly back?: string | undefined;
  readonly wrong?: Wrong;
  /** A spare code opens the door; it does not prove that an app was set up. */
  readonly spare: boolean;
}

export const CodeForm = ({ action, back, wrong, spare }: CodeProps) => (
  <>
    <WrongSummary wrong={wrong} />
    <PageHeading>Enter your code</PageHeading>
    <form action={action} method="post" className="sp-form">
      <LineField
        id="code"
        name="code"
        label="Code"
        autoComplete="one-time-code"
        spellCheck={false}
        width={20}
        hint={
          spare
            ? 'The six figures that your authenticator app shows now, or one of your spare codes'
            : 'The six figures that your authenticator app shows now'
        }
        error={errorAt(wrong, 'code')}
      />
      <Back back={back} />
      <button className="nhsuk-button" type="submit">
        Go on
      </button>
    </form>
    {spare ? (
      <p>
        Lost your phone and your spare codes? Ask a system administrator of Signpost: they can take the second
        factor away.
      </p>
    ) : null}
  </>
);
