import type { FastifyPluginAsync } from 'fastify';
import { headersOf } from '../web/viewer.ts';
import { codeStep, passwordStep } from './steps.tsx';
import type { Door, Settings, ShowsPages } from './door.ts';
import { invitePages } from './invite.tsx';
import { newPassword } from './new-password.tsx';
import { organisationSignIn } from './organisation.tsx';
import { ownAccount } from './own-account.tsx';

/** Sign-in, code, sign-out and one's own account: plain forms, no JavaScript. */
export function signInRoutes(settings: Settings): FastifyPluginAsync<ShowsPages> {
  return async (app, { show }) => {
    const door: Door = { ...settings, app, show };
    passwordStep(door);
    codeStep(door);
    signOut(door);
    newPassword(door);
    ownAccount(door);
    invitePages(door);
    if (settings.oidcName !== undefined) organisationSignIn(door);
  };
}

function signOut({ app, signIn }: Door): void {
  app.post('/sign-out', async (request, reply) => {
    const headers = headersOf(request);
    const answer = await signIn.ask((api) => api.signOut({ headers, asResponse: true }));
    return reply.header('set-cookie', answer.headers.getSetCookie()).redirect('/', 303);
  });
}
