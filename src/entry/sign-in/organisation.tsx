import type { FastifyReply, FastifyRequest } from 'fastify';
import { PageHeading, SummaryList } from '#screens/index.ts';
import { safePath } from '../web/safe-path.ts';
import { headersOf } from '../web/viewer.ts';
import { oidcCallback, stranger, strangerCode } from './auth.ts';
import { asked, type Door } from './door.ts';

/**
 * The organisation's own sign-in: begun by a link, ended by its answer to one address. No other address of the
 * library is open.
 */
export function organisationSignIn(door: Door): void {
  const { app, signIn } = door;
  app.get('/sign-in/organisation', async (request, reply) => {
    const answer = await signIn.auth.api.signInSocial({
      body: {
        provider: 'oidc',
        callbackURL: safePath(asked(request, 'back')) ?? '/',
        errorCallbackURL: '/sign-in',
        disableRedirect: true,
      },
      headers: headersOf(request),
      asResponse: true,
    });
    const { url } = (await answer.json()) as { url?: string };
    if (url === undefined) return reply.redirect('/sign-in?error=organisation', 303);
    return reply.header('set-cookie', answer.headers.getSetCookie()).redirect(url, 303);
  });
  app.get(oidcCallback, async (request, reply) => {
    const answer = await signIn.auth.handler(
      new Request(new URL(request.url, door.origin), { headers: headersOf(request) }),
    );
    const subject = await strangerIn(answer);
    if (subject !== undefined) return showStranger(door, request, reply, subject);
    const to = answer.headers.get('location');
    reply.header('set-cookie', answer.headers.getSetCookie());
    if (to === null) return reply.redirect('/sign-in?error=organisation', 303);
    // What the library adds to the address of a failure is for programs: ours says the same thing plainly.
    const failed = new URL(to, door.origin).pathname === '/sign-in';
    return reply.redirect(failed ? '/sign-in?error=organisation' : to, 303);
  });
}

/** The subject of somebody whom the mapping does not know; undefined for every other answer. */
async function strangerIn(answer: Response): Promise<string | undefined> {
  if (answer.status !== 403) return undefined;
  const said = (await answer.json()) as { code?: string; subject?: string };
  return said.code === strangerCode ? said.subject : undefined;
}

/** Shown to the person alone: with these two an administrator can link the sign-in to them. */
const showStranger = (door: Door, request: FastifyRequest, reply: FastifyReply, subject: string) =>
  door.show(request, reply, {
    title: 'We do not know you yet',
    status: 403,
    body: (
      <>
        <PageHeading>We do not know you yet</PageHeading>
        <p>{stranger}</p>
        <p>Send them these two lines, copied exactly. They hold no password.</p>
        <div className="sp-form">
          <SummaryList
            rows={[
              { key: 'Issuer', value: <code className="sp-code">{door.issuer ?? ''}</code> },
              { key: 'Subject', value: <code className="sp-code">{subject}</code> },
            ]}
          />
        </div>
        <p>
          Have you more than one account with {door.oidcName}? If this was the wrong one, sign out there, and
          then sign in here with the other.
        </p>
        <p>
          <a href="/sign-in">Back to the sign-in page</a>
        </p>
      </>
    ),
  });
