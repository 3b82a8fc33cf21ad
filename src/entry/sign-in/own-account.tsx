import type { FastifyReply, FastifyRequest } from 'fastify';
import QRCode from 'qrcode';
import type { ReactNode } from 'react';
import { headersOf } from '../web/viewer.ts';
import { Account, SetUp, SpareCodes, TokenMade } from './account-forms.tsx';
import { asked, text, waitFor, type Door } from './door.ts';
import { CodeForm, type Wrong } from './forms.tsx';
import { wrongPassword } from './passwords.ts';

/** A request of somebody who is signed in and is here: whoever has left has no account page either. */
interface Own {
  readonly door: Door;
  readonly person: string;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

type Answer = (own: Own) => Promise<FastifyReply>;

/** One's own account: password, second factor, tokens, sessions. */
export function ownAccount(door: Door): void {
  const own =
    (answer: Answer) =>
    async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      const actor = request.standing?.actor;
      if (actor?.kind !== 'person') return reply.redirect('/sign-in?back=/account', 303);
      return answer({ door, person: actor.id, request, reply });
    };
  const { app } = door;
  app.get('/account', own(showAccount));
  app.post('/account/password', own(changePassword));
  app.post('/account/second-factor', own(setUp));
  app.post('/account/second-factor/confirm', own(confirm));
  app.post('/account/second-factor/change', own(change));
  app.post('/account/token', own(makeToken));
  app.post('/account/sessions/end', own(endOthers));
}

const dones = new Map([
  ['password', 'Your password is changed, and all your other sessions have ended.'],
  ['on', 'Your second factor is on. You are asked for a code when you sign in.'],
  ['off', 'Your second factor is off.'],
  ['sessions', 'You are signed out everywhere else.'],
]);

const page = (own: Own, title: string, body: ReactNode, status = 200) =>
  own.door.show(own.request, own.reply, { title, body, status, wrong: status >= 400 });

async function showAccount(own: Own, wrong?: Wrong, status = 400): Promise<FastifyReply> {
  const { door, person, request } = own;
  const [proofs, sessions] = await Promise.all([
    door.signIn.proofsOf(person),
    door.signIn.sessionsOf(person, headersOf(request)),
  ]);
  const body = (
    <Account
      proofs={proofs}
      sessions={sessions}
      done={dones.get(asked(request, 'done') ?? '')}
      {...(wrong === undefined ? {} : { wrong })}
    />
  );
  return page(own, 'Your account', body, wrong === undefined ? 200 : status);
}

const done = ({ reply }: Own, answer: Response | undefined, what: string): FastifyReply => {
  if (answer) reply.header('set-cookie', answer.headers.getSetCookie());
  return reply.redirect(`/account?done=${what}`, 303);
};

/** Asks the library something that needs the person's password; wrong ones are counted as at the door. */
async function withPassword(
  own: Own,
  field: string,
  ask: (api: Door['signIn']['auth']['api'], password: string) => Promise<Response>,
): Promise<Response | FastifyReply> {
  const { door, person, request } = own;
  const wait = await door.tried.wait(person, request.ip);
  if (wait > 0) return showAccount(own, { field, message: waitFor(wait) }, 429);
  const answer = await door.signIn.ask((api) => ask(api, text(request, field)));
  if (answer.ok) {
    await door.tried.succeeded(person, request.ip);
    return answer;
  }
  await door.tried.failed(person, request.ip);
  return showAccount(own, { field, message: 'The password is not right.' });
}

async function changePassword(own: Own): Promise<FastifyReply> {
  const next = text(own.request, 'next');
  const wrong = wrongPassword(next);
  if (wrong !== undefined) return showAccount(own, { field: 'next', message: wrong });
  const answer = await withPassword(own, 'current', (api, currentPassword) =>
    api.changePassword({
      body: { currentPassword, newPassword: next, revokeOtherSessions: true },
      headers: headersOf(own.request),
      asResponse: true,
    }),
  );
  return answer instanceof Response ? done(own, answer, 'password') : answer;
}

async function setUp(own: Own): Promise<FastifyReply> {
  const answer = await withPassword(own, 'password', (api, password) =>
    api.enableTwoFactor({
      body: { password },
      headers: headersOf(own.request),
      asResponse: true,
    }),
  );
  if (!(answer instanceof Response)) return answer;
  const { totpURI, backupCodes } = (await answer.json()) as { totpURI: string; backupCodes: string[] };
  const uri = named(totpURI, own.request.standing?.name ?? '');
  return page(
    own,
    'Set up a second factor',
    <SetUp
      picture={await QRCode.toDataURL(uri.href, { margin: 2, width: 240 })}
      secret={uri.searchParams.get('secret') ?? ''}
      codes={backupCodes}
    />,
  );
}

/** The app shows the person's name beside the code, not the address by which the library knows them. */
function named(totpUri: string, name: string): URL {
  const uri = new URL(totpUri);
  uri.pathname = `/${encodeURIComponent(`Signpost:${name}`)}`;
  return uri;
}

async function confirm(own: Own): Promise<FastifyReply> {
  const body = { code: text(own.request, 'code').replaceAll(/\s/g, '') };
  const headers = headersOf(own.request);
  const answer = await own.door.signIn.ask((api) => api.verifyTOTP({ body, headers, asResponse: true }));
  if (answer.ok) return done(own, answer, 'on');
  const wrong = { field: 'code', message: 'That code is not right, or it is too old.' };
  const form = <CodeForm action="/account/second-factor/confirm" spare={false} wrong={wrong} />;
  return page(own, 'Enter your code', form, 400);
}

async function change(own: Own): Promise<FastifyReply> {
  const off = text(own.request, 'what') === 'off';
  const answer = await withPassword(own, 'password', (api, password) => {
    const asks = { body: { password }, headers: headersOf(own.request), asResponse: true as const };
    return off ? api.disableTwoFactor(asks) : api.generateBackupCodes(asks);
  });
  if (!(answer instanceof Response)) return answer;
  if (off) return done(own, answer, 'off');
  const { backupCodes } = (await answer.json()) as { backupCodes: string[] };
  return page(own, 'Your new spare codes', <SpareCodes codes={backupCodes} />);
}

/** Only a browser may ask for a token: otherwise each token could make the next, for ever. */
async function makeToken(own: Own): Promise<FastifyReply> {
  if (own.request.headers.authorization !== undefined) return own.reply.redirect('/account', 303);
  return page(own, 'Your token', <TokenMade token={await own.door.signIn.tokenFor(own.person)} />);
}

async function endOthers(own: Own): Promise<FastifyReply> {
  await own.door.signIn.endOtherSessions(own.person, headersOf(own.request));
  return done(own, undefined, 'sessions');
}
