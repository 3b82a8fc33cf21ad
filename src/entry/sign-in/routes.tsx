import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { ReactNode } from 'react';
import type { Clock } from '#kernel/clock.ts';
import { attempts } from './attempts.ts';
import { nameFor } from './auth.ts';
import { text } from './field-text.ts';
import { CodeForm, SignInForm } from './forms.tsx';
import { ownAccount } from './own-account.tsx';
import type { SignIn } from './sign-in.ts';

/** How a page of this door is shown in the frame of all others. */
export interface ShowsPages {
  readonly show: (
    request: FastifyRequest,
    reply: FastifyReply,
    page: { title: string; body: ReactNode; status?: number; wrong?: boolean },
  ) => Promise<FastifyReply>;
}

export interface Settings {
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
