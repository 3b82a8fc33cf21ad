import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import QRCode from 'qrcode';
import type { ReactNode } from 'react';
import { text } from './field-text.ts';
import { Account, CodeForm, SetUp } from './forms.tsx';
import { wrongPassword } from './passwords.ts';
import type { Settings } from './routes.tsx';

export type ShowPage = (
  request: FastifyRequest,
  reply: FastifyReply,
  title: string,
  body: ReactNode,
  wrong?: boolean,
  status?: number,
) => Promise<FastifyReply>;

/** One's own account: password and second factor. */
export function ownAccount(app: Parameters<FastifyPluginAsync>[0], settings: Settings, page: ShowPage): void {
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
