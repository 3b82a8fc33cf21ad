import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import QRCode from 'qrcode';
import type { ReactNode } from 'react';
import type { Clock } from '#kernel/clock.ts';
import { ErrorSummary, Notice, PageHeading } from '#screens/index.ts';
import { attempts } from './attempts.ts';
import { nameFor } from './auth.ts';
import { wrongPassword } from './passwords.ts';
import type { SignIn } from './sign-in.ts';

/** How a page of this door is shown in the frame of all others. */
export interface ShowsPages {
  show(
    request: FastifyRequest,
    reply: FastifyReply,
    page: { title: string; body: ReactNode; status?: number; wrong?: boolean },
  ): Promise<FastifyReply>;
}

interface Settings {
  readonly signIn: SignIn;
  readonly clock: Clock;
  readonly oidcName: string | undefined;
  personByEmail(email: string): Promise<{ id: string } | undefined>;
  headersOf(request: FastifyRequest): Headers;
}

const wrongPair = 'The address or the password is not right. Check both; capitals count in the password.';

/** Sign-in, code, sign-out and one's own account: plain forms, no JavaScript. */
export function signInRoutes(settings: Settings): FastifyPluginAsync<ShowsPages> {
  return async (app, { show }) => {
    const tried = attempts(settings.clock);
    const page = (
      request: FastifyRequest,
      reply: FastifyReply,
      title: string,
      body: ReactNode,
      wrong = false,
      status = 200,
    ) => show(request, reply, { title, body, wrong, status });

    app.get('/sign-in', (request, reply) =>
      page(request, reply, 'Sign in', <SignInForm oidcName={settings.oidcName} />),
    );
    app.post('/sign-in', async (request, reply) => {
      const email = text(request, 'email').trim().toLowerCase();
      const wait = tried.wait(email, request.ip);
      const again = (message: string, status: number) =>
        page(
          request,
          reply,
          'Sign in',
          <SignInForm oidcName={settings.oidcName} email={email} error={message} />,
          true,
          status,
        );
      if (wait > 0) return again(`Too many tries. Wait ${wait} seconds, then try again.`, 429);
      const person = await settings.personByEmail(email);
      // Somebody unknown costs the same time as a wrong password, so that nobody can find out who is here.
      const name = nameFor(person?.id ?? 'nobody');
      const answer = await settings.signIn.auth.api.signInEmail({
        body: { email: name, password: text(request, 'password') },
        asResponse: true,
      });
      if (!person || !answer.ok) {
        tried.failed(email, request.ip);
        return again(wrongPair, 400);
      }
      tried.succeeded(email);
      const { twoFactorRedirect } = (await answer.json()) as { twoFactorRedirect?: boolean };
      return reply
        .header('set-cookie', answer.headers.getSetCookie())
        .redirect(twoFactorRedirect === true ? '/sign-in/code' : '/', 303);
    });
    app.get('/sign-in/code', (request, reply) =>
      page(request, reply, 'Enter your code', <CodeForm action="/sign-in/code" />),
    );
    app.post('/sign-in/code', async (request, reply) => {
      const code = text(request, 'code').replaceAll(/\s/g, '');
      const wait = tried.wait('code', request.ip);
      const again = (message: string) =>
        page(
          request,
          reply,
          'Enter your code',
          <CodeForm action="/sign-in/code" error={message} />,
          true,
          400,
        );
      if (wait > 0) return again(`Too many tries. Wait ${wait} seconds, then try again.`);
      const answer = await settings.signIn.auth.api.verifyTOTP({
        body: { code },
        headers: settings.headersOf(request),
        asResponse: true,
      });
      if (!answer.ok) {
        tried.failed('code', request.ip);
        return again('That code is not right, or it is too old. Enter the one that your app shows now.');
      }
      return reply.header('set-cookie', answer.headers.getSetCookie()).redirect('/', 303);
    });
    app.post('/sign-out', async (request, reply) => {
      const answer = await settings.signIn.auth.api.signOut({
        headers: settings.headersOf(request),
        asResponse: true,
      });
      return reply.header('set-cookie', answer.headers.getSetCookie()).redirect('/', 303);
    });
    ownAccount(app, settings, page);
    if (settings.oidcName !== undefined) elsewhere(app, settings);
  };
}

type ShowPage = (
  request: FastifyRequest,
  reply: FastifyReply,
  title: string,
  body: ReactNode,
  wrong?: boolean,
  status?: number,
) => Promise<FastifyReply>;

function ownAccount(app: Parameters<FastifyPluginAsync>[0], settings: Settings, page: ShowPage): void {
  const { auth } = settings.signIn;
  const signedIn = async (request: FastifyRequest) =>
    auth.api.getSession({ headers: settings.headersOf(request) });
  app.get('/account', async (request, reply) => {
    const session = await signedIn(request);
    if (!session) return reply.redirect('/sign-in', 303);
    return page(
      request,
      reply,
      'Your account',
      <Account secondFactor={session.user.twoFactorEnabled === true} />,
    );
  });
  app.post('/account/password', async (request, reply) => {
    const session = await signedIn(request);
    if (!session) return reply.redirect('/sign-in', 303);
    const next = text(request, 'next');
    const again = (message: string) =>
      page(
        request,
        reply,
        'Your account',
        <Account secondFactor={session.user.twoFactorEnabled === true} error={message} />,
        true,
        400,
      );
    const wrong = wrongPassword(next);
    if (wrong !== undefined) return again(wrong);
    const answer = await auth.api.changePassword({
      body: { currentPassword: text(request, 'current'), newPassword: next, revokeOtherSessions: true },
      headers: settings.headersOf(request),
      asResponse: true,
    });
    if (!answer.ok) return again('The present password is not right.');
    return reply.header('set-cookie', answer.headers.getSetCookie()).redirect('/account', 303);
  });
  app.post('/account/second-factor', async (request, reply) => {
    const session = await signedIn(request);
    if (!session) return reply.redirect('/sign-in', 303);
    const answer = await auth.api.enableTwoFactor({
      body: { password: text(request, 'password') },
      headers: settings.headersOf(request),
      asResponse: true,
    });
    if (!answer.ok)
      return page(
        request,
        reply,
        'Your account',
        <Account secondFactor={false} error="The password is not right." />,
        true,
        400,
      );
    const { totpURI, backupCodes } = (await answer.json()) as { totpURI: string; backupCodes: string[] };
    const picture = await QRCode.toDataURL(totpURI, { margin: 2, width: 240 });
    return page(
      request,
      reply,
      'Set up a second factor',
      <SetUp
        picture={picture}
        secret={new URL(totpURI).searchParams.get('secret') ?? ''}
        codes={backupCodes}
      />,
    );
  });
  app.post('/account/second-factor/confirm', async (request, reply) => {
    const code = text(request, 'code').replaceAll(/\s/g, '');
    const answer = await auth.api.verifyTOTP({
      body: { code },
      headers: settings.headersOf(request),
      asResponse: true,
    });
    if (!answer.ok)
      return page(
        request,
        reply,
        'Enter your code',
        <CodeForm
          action="/account/second-factor/confirm"
          error="That code is not right, or it is too old."
        />,
        true,
        400,
      );
    return reply.header('set-cookie', answer.headers.getSetCookie()).redirect('/account', 303);
  });
}

/** The organisation's own sign-in: begun by a link, ended by its answer to `/auth/callback`. */
function elsewhere(app: Parameters<FastifyPluginAsync>[0], settings: Settings): void {
  const { auth } = settings.signIn;
  app.get('/sign-in/organisation', async (request, reply) => {
    const answer = await auth.api.signInSocial({
      body: { provider: 'oidc', callbackURL: '/', errorCallbackURL: '/sign-in', disableRedirect: true },
      headers: settings.headersOf(request),
      asResponse: true,
    });
    const { url } = (await answer.json()) as { url?: string };
    if (url === undefined) return reply.redirect('/sign-in', 303);
    return reply.header('set-cookie', answer.headers.getSetCookie()).redirect(url, 303);
  });
  app.get('/auth/*', async (request, reply) => {
    const answer = await auth.handler(
      new Request(new URL(request.url, settings.signIn.auth.options.baseURL), {
        headers: settings.headersOf(request),
      }),
    );
    const to = answer.headers.get('location');
    reply.status(answer.status).header('set-cookie', answer.headers.getSetCookie());
    return to === null ? reply.type('text/plain').send(await answer.text()) : reply.redirect(to, 303);
  });
}

function text(request: FastifyRequest, name: string): string {
  const { body } = request;
  if (typeof body !== 'object' || body === null || !(name in body)) return '';
  const value: unknown = Reflect.get(body, name);
  return typeof value === 'string' ? value.slice(0, 1000) : '';
}

const Wrong = ({ error, href }: { readonly error: string | undefined; readonly href: string }) =>
  error === undefined ? null : <ErrorSummary errors={[{ message: error, href }]} />;

const Input = (props: {
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

const SignInForm = ({
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

const CodeForm = ({ action, error }: { readonly action: string; readonly error?: string }) => (
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

const Account = ({ secondFactor, error }: { readonly secondFactor: boolean; readonly error?: string }) => (
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

const SetUp = ({
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
