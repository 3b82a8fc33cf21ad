import type { FastifyReply, FastifyRequest } from 'fastify';
import { safePath } from '../web/safe-path.ts';
import { headersOf } from '../web/viewer.ts';
import { nameFor } from './auth.ts';
import { asked, text, waitFor, type Door } from './door.ts';
import { CodeForm, SignInForm, withBack, type Wrong } from './forms.tsx';
import { readCode } from './spoken-code.ts';

const wrongPair = 'The address or the password is not right. Check both; capitals count in the password.';
const wrongCode =
  'That code is not right, or it is too old. Enter the one that your app shows now, or a spare code that you have not used.';
/** What the address says was done just before. */
const dones = new Map([['password', 'Your password is set. Sign in with it.']]);
/** What the address says went wrong; everything else comes from the organisation's own sign-in. */
const failures = new Map([
  ['code', 'That took too long, or too many codes were tried. Sign in again with your password first.'],
  ['locked', 'Too many wrong codes in a row. Wait 15 minutes, then sign in again.'],
]);
const elsewhereFailed =
  'Signing in with your organisation did not work. Try again; if it stays so, tell a system administrator.';

function wrongFrom(error: string): Wrong {
  const message = failures.get(error);
  return message === undefined
    ? { field: 'organisation', message: elsewhereFailed }
    : { field: 'email', message };
}

/** Address and password. A person unknown, gone, or with another password gets the same answer after the same time. */
export function passwordStep(door: Door): void {
  const { app, signIn, tried, oidcName } = door;
  app.get('/sign-in', async (request, reply) => {
    const back = safePath(asked(request, 'back'));
    if (request.standing) return reply.redirect(back ?? '/', 303);
    const error = asked(request, 'error');
    const wrong = error === undefined ? undefined : wrongFrom(error);
    return door.show(request, reply, {
      title: 'Sign in',
      wrong: wrong !== undefined,
      body: (
        <SignInForm
          oidcName={oidcName}
          back={back}
          done={dones.get(asked(request, 'done') ?? '')}
          {...(wrong === undefined ? {} : { wrong })}
        />
      ),
    });
  });
  app.post('/sign-in', async (request, reply) => {
    const email = text(request, 'email').trim().toLowerCase();
    const wait = await tried.wait(email, request.ip);
    if (wait > 0) return passwordAgain(door, request, reply.header('retry-after', wait), waitFor(wait), 429);
    const person = await door.personByEmail(email);
    const body = { email: nameFor(person?.id ?? 'nobody'), password: text(request, 'password') };
    const answer = await signIn.ask((api) => api.signInEmail({ body, asResponse: true }));
    if (!person || !answer.ok) {
      await tried.failed(email, request.ip);
      return passwordAgain(door, request, reply, wrongPair, 400);
    }
    await tried.succeeded(email, request.ip);
    const { twoFactorRedirect } = (await answer.json()) as { twoFactorRedirect?: boolean };
    const back = safePath(text(request, 'back'));
    return reply
      .header('set-cookie', answer.headers.getSetCookie())
      .redirect(twoFactorRedirect === true ? withBack('/sign-in/code', back) : (back ?? '/'), 303);
  });
}

const passwordAgain = (
  door: Door,
  request: FastifyRequest,
  reply: FastifyReply,
  message: string,
  status: number,
) =>
  door.show(request, reply, {
    title: 'Sign in',
    status,
    wrong: true,
    body: (
      <SignInForm
        oidcName={door.oidcName}
        back={safePath(text(request, 'back'))}
        email={text(request, 'email').trim()}
        wrong={{ field: 'email', message }}
      />
    ),
  });

/**
 * The second step, for those who set one up: a code of their app, or a spare code. The library allows five tries for
 * one pending sign-in and ten in a row for one person; we count those of one address.
 */
export function codeStep(door: Door): void {
  const { app, tried } = door;
  app.get('/sign-in/code', (request, reply) =>
    door.show(request, reply, {
      title: 'Enter your code',
      body: <CodeForm action="/sign-in/code" spare back={safePath(asked(request, 'back'))} />,
    }),
  );
  app.post('/sign-in/code', async (request, reply) => {
    const back = safePath(text(request, 'back'));
    const again = (message: string, status: number) =>
      door.show(request, reply, {
        title: 'Enter your code',
        status,
        wrong: true,
        body: <CodeForm action="/sign-in/code" spare back={back} wrong={{ field: 'code', message }} />,
      });
    const wait = await tried.wait(undefined, request.ip);
    if (wait > 0) return again(waitFor(wait), 429);
    const answer = await proved(door, request);
    if (answer.ok)
      return reply.header('set-cookie', answer.headers.getSetCookie()).redirect(back ?? '/', 303);
    await tried.failed(undefined, request.ip);
    const end = endOf(await answer.json());
    if (end === undefined) return again(wrongCode, 400);
    return reply.redirect(
      `/sign-in?error=${end}${back === undefined ? '' : `&back=${encodeURIComponent(back)}`}`,
      303,
    );
  });
}

/** Six figures come from an app; everything else can only be a spare code, which opens the door once. */
function proved({ signIn }: Door, request: FastifyRequest): Promise<Response> {
  const figures = text(request, 'code').replaceAll(/\s/g, '');
  const headers = headersOf(request);
  return signIn.ask((api) =>
    /^\d{6}$/.test(figures)
      ? api.verifyTOTP({ body: { code: figures }, headers, asResponse: true })
      : api.verifyBackupCode({ body: { code: readCode(figures) }, headers, asResponse: true }),
  );
}

const ends = new Map([
  ['INVALID_TWO_FACTOR_COOKIE', 'code'],
  ['TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE', 'code'],
  ['ACCOUNT_TEMPORARILY_LOCKED', 'locked'],
]);

/** Why this sign-in cannot be finished; undefined where another code may be tried. */
const endOf = (answer: unknown): string | undefined =>
  typeof answer === 'object' && answer !== null ? ends.get(String(Reflect.get(answer, 'code'))) : undefined;
