import { ErrorSummary, Notice, PageHeading } from '#screens/index.ts';

export const Wrong = ({ error, href }: { readonly error: string | undefined; readonly href: string }) =>
  error === undefined ? null : <ErrorSummary errors={[{ message: error, href }]} />;

export const Input = (props: {
  readonly id: string;
  readonly label: string;
  readonly type: string;
  readonly autoComplete: string;
  readonly value?: string;
  readonly hint?: string;
}) => (
  <div className="nhsuk-form-group">
    <label className="nhsuk-label" htmlFor={props.id}>
      {props.label}
    </label>
    {props.hint === undefined ? null : (
      <div className="nhsuk-hint" id={`${props.id}-hint`}>
        {props.hint}
      </div>
    )}
    <input
      className="nhsuk-input"
      id={props.id}
      name={props.id}
      type={props.type}
      autoComplete={props.autoComplete}
      defaultValue={props.value}
      {...(props.hint === undefined ? {} : { 'aria-describedby': `${props.id}-hint` })}
    />
  </div>
);

export const SignInForm = ({
  oidcName,
  email,
  error,
}: {
  readonly oidcName: string | undefined;
  readonly email?: string;
  readonly error?: string;
}) => (
  <>
    <Wrong error={error} href="#email" />
    <PageHeading>Sign in</PageHeading>
    {oidcName === undefined ? null : (
      <p>
        <a className="nhsuk-button" href="/sign-in/organisation" role="button">
          Sign in with {oidcName}
        </a>
      </p>
    )}
    <form action="/sign-in" method="post" className="sp-form">
      <Input
        id="email"
        label="Work e-mail address"
        type="email"
        autoComplete="username"
        {...(email === undefined ? {} : { value: email })}
      />
      <Input id="password" label="Password" type="password" autoComplete="current-password" />
      <button className="nhsuk-button" type="submit">
        Sign in
      </button>
    </form>
  </>
);

export const CodeForm = ({ action, error }: { readonly action: string; readonly error?: string }) => (
  <>
    <Wrong error={error} href="#code" />
    <PageHeading>Enter your code</PageHeading>
    <form action={action} method="post" className="sp-form">
      <Input
        id="code"
        label="Six-digit code"
        type="text"
        autoComplete="one-time-code"
        hint="From the authenticator app on your phone"
      />
      <button className="nhsuk-button" type="submit">
        Go on
      </button>
    </form>
  </>
);

export const Account = ({
  secondFactor,
  error,
}: {
  readonly secondFactor: boolean;
  readonly error?: string;
}) => (
  <>
    <Wrong error={error} href="#current" />
    <PageHeading>Your account</PageHeading>
    <h2 className="nhsuk-heading-m">Change your password</h2>
    <form action="/account/password" method="post" className="sp-form">
      <Input id="current" label="Present password" type="password" autoComplete="current-password" />
      <Input
        id="next"
        label="New password"
        type="password"
        autoComplete="new-password"
        hint="At least 12 characters. Pasting is fine."
      />
      <button className="nhsuk-button nhsuk-button--secondary" type="submit">
        Change password
      </button>
    </form>
    <h2 className="nhsuk-heading-m">Second factor</h2>
    {secondFactor ? (
      <p>On: you are asked for a code from your authenticator app when you sign in.</p>
    ) : (
      <form action="/account/second-factor" method="post" className="sp-form">
        <Input id="password" label="Your password" type="password" autoComplete="current-password" />
        <button className="nhsuk-button nhsuk-button--secondary" type="submit">
          Set up a second factor
        </button>
      </form>
    )}
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
    <ol className="nhsuk-list nhsuk-list--number">
      <li>Open the authenticator app on your phone and scan this square.</li>
      <li>Enter the code that it shows.</li>
    </ol>
    <img
      src={picture}
      width="240"
      height="240"
      alt="Square to scan with an authenticator app. The same as text stands below."
    />
    <p>
      If you cannot scan it, type this into the app: <code>{secret}</code>
    </p>
    <Notice title="Keep these somewhere safe">
      <p>Each opens the door once, should you lose your phone: {codes.join(', ')}</p>
    </Notice>
    <form action="/account/second-factor/confirm" method="post" className="sp-form">
      <Input id="code" label="Six-digit code" type="text" autoComplete="one-time-code" />
      <button className="nhsuk-button" type="submit">
        Turn it on
      </button>
    </form>
  </>
);
