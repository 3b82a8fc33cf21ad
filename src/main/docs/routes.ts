import type { AnyCommand } from '#kernel/command.ts';
import type { House } from '#kernel/house.ts';
import type { Lifecycle } from '#kernel/lifecycle.ts';
import type { Question } from '#kernel/question.ts';
import type { Page, Pages } from '#screens/index.ts';
import { isForSomebody } from './declared.ts';

/** Which declaration says who may use an address. */
export type Cover =
  | { readonly by: 'page'; readonly page: Pick<Page, 'path' | 'askers'>; readonly row: Lifecycle | undefined }
  | { readonly by: 'form' }
  | { readonly by: 'command'; readonly command: AnyCommand }
  | { readonly by: 'question'; readonly question: Question }
  | { readonly by: 'offers'; readonly row: Lifecycle }
  | { readonly by: 'no such method' }
  | { readonly by: 'signature'; readonly why: string }
  | { readonly by: 'right'; readonly command: AnyCommand; readonly why: string }
  | { readonly by: 'signed in'; readonly why: string }
  | { readonly by: 'everybody'; readonly why: string };

/** Addresses that answer everybody, each with its reason. Whoever adds one says why. */
export const forEverybody: Readonly<Record<string, string>> = {
  'GET /': 'The way in; what stands there depends on who looks.',
  'GET /assets/*': 'Style sheets, script and pictures: the same for everybody.',
  'GET /health': 'Machines ask whether the program works; it says nothing else.',
  'GET /security.txt': 'Whom to tell of a weakness.',
  'GET /.well-known/security.txt': 'Whom to tell of a weakness.',
  'GET /help/refusals': 'Why the program says no: part of the open description.',
  'GET /help/refusals/:code': 'Why the program says no: part of the open description.',
  'GET /help/keys': 'Which keys do what.',
  'GET /help/security': 'Whom to tell of a weakness.',
  'GET /sign-in': 'Nobody is signed in yet.',
  'POST /sign-in': 'Nobody is signed in yet; failures are counted and slowed.',
  'GET /sign-in/code': 'The second half of signing in.',
  'POST /sign-in/code': 'The second half of signing in; failures are counted and slowed.',
  'POST /sign-out': 'Ends one’s own session, or nothing.',
  'GET /sign-in/organisation': 'Leads to the organisation’s own sign-in.',
  'GET /sign-in/new-password': 'A form for a code that an administrator gave; it shows nobody anything.',
  'POST /sign-in/new-password': 'The code itself is asked for; failures are counted and slowed.',
  'GET /hand-over': 'A form for a link that somebody was sent; it shows nobody anything.',
  'POST /hand-over': 'The link itself is asked for; those that open nothing are counted and slowed.',
  'POST /hand-over/received': 'The link itself is asked for; those that open nothing are counted and slowed.',
  'POST /hand-over/answered': 'The link itself is asked for; those that open nothing are counted and slowed.',
  'POST /hand-over/more': 'The link itself is asked for; those that open nothing are counted and slowed.',
  'POST /hand-over/back': 'The link itself is asked for; those that open nothing are counted and slowed.',
  'GET /auth/callback/oidc':
    'The organisation’s own sign-in leads back here with a code that only it can make.',
  'GET /api/openapi.json': 'The open description of the API; it holds declarations and nothing of anybody.',
  'GET /api/docs': 'The open description of the API, to read.',
  'GET /api/docs/json': 'The open description of the API.',
  'GET /api/docs/yaml': 'The open description of the API.',
  'GET /api/docs/static/*': 'What the description’s page loads.',
  'GET /api/docs/static/index.html': 'What the description’s page loads.',
  'GET /api/docs/static/swagger-initializer.js': 'What the description’s page loads.',
};

/** Addresses that only ask for a session: they concern nobody but the person who sends it. */
export const forWhoeverIsSignedIn: Readonly<Record<string, string>> = {
  'GET /account': 'One’s own password and second factor.',
  'POST /account/password': 'One’s own password; the present one is asked for.',
  'POST /account/second-factor': 'One’s own second factor; the password is asked for.',
  'POST /account/second-factor/confirm': 'One’s own second factor: a code proves it.',
  'POST /account/second-factor/change': 'One’s own second factor; the password is asked for.',
  'POST /account/token': 'A key for one’s own command line.',
  'POST /account/sessions/end': 'One’s own other sessions.',
  'GET /live': 'Counts of changes, by what this person may see.',
};

/** Addresses at which no person is known: a signature over the very bytes says who sends them. */
export const forWhoeverSigns: Readonly<Record<string, string>> = {
  'POST /webhooks/:network/:account':
    'Another system hands in messages: signed with the secret of that account, and lately.',
};

/** Pages of their own round one command: for whoever may do it. @param empty what a form without fields is answered; 200 unless told. */
export const forWhoeverMay: Readonly<
  Record<string, { readonly command: string; readonly why: string; readonly empty?: number }>
> = {
  'GET /accounts/:id/webhook': {
    command: 'account.connect-relay',
    why: 'The secret is shown once, so the page makes it.',
  },
  'POST /accounts/:id/webhook': {
    command: 'account.connect-relay',
    why: 'The secret is shown once, so the page makes it.',
    empty: 400,
  },
  'GET /people/:id/sign-in': {
    command: 'invitation.make',
    why: 'The code is shown once, so the page makes it.',
  },
  'POST /people/:id/sign-in': {
    command: 'invitation.make',
    why: 'The code is shown once, so the page makes it.',
  },
  'POST /hand-overs/:id/link': {
    command: 'hand-over.make-link',
    why: 'The link is shown once, so the page makes it.',
  },
  'POST /hand-overs/:id/copy': {
    command: 'hand-over.look-at-copy',
    why: 'What was sealed is opened for this one answer, and that somebody looked is recorded.',
  },
  'POST /escalations/:id/evidence': {
    command: 'escalation.look-at-evidence',
    why: 'What was sealed is opened for this one answer, and that somebody looked is recorded.',
  },
};

/** Only practice mode has these. A live house does not register them. */
export const forPractice: Readonly<Record<string, string>> = {
  'GET /practice': 'Invented people and a clock that may be moved.',
  'POST /practice/enter': 'Be an invented person with one press.',
  'POST /practice/clock': 'Move the clock of practice.',
  'GET /practice/phone': 'What would have been sent to people’s telephones.',
};

const apiOf = ({ lifecycle, verb, creates }: AnyCommand): string =>
  creates ? `/api/${lifecycle.name}/${verb}` : `/api/${lifecycle.name}/:id/${verb}`;

/** The declaration that covers each address, and the addresses that nothing covers: those must not be there. */
export function coversFor(
  house: Pick<House, 'commands' | 'questions' | 'lifecycles'>,
  pages: readonly Pages[],
): (method: string, url: string) => Cover | undefined {
  const known = new Map<string, Cover>();
  for (const page of pages.flatMap((room) => [...room.pages, ...(room.downloads ?? [])])) {
    const row = [...house.lifecycles.values()].find(
      (one) => page.path.includes(':id') && page.path.startsWith(one.home(':id')),
    );
    known.set(`GET ${page.path}`, { by: 'page', page, row });
  }
  for (const { path } of pages.flatMap((room) => room.publicForms ?? [])) {
    known.set(`GET ${path}`, { by: 'page', page: { path, askers: 'public' }, row: undefined });
    known.set(`POST ${path}`, {
      by: 'everybody',
      why: 'A form for the public: it shows nothing of what others sent, and one place may send so many in an hour.',
    });
  }
  for (const path of ['/do/:command', '/do/:command/:id']) {
    for (const method of ['GET', 'POST']) known.set(`${method} ${path}`, { by: 'form' });
  }
  for (const command of [...house.commands.values()].filter(isForSomebody)) {
    known.set(`POST ${apiOf(command)}`, { by: 'command', command });
  }
  for (const question of house.questions.values()) {
    known.set(`GET /api/${question.name.replaceAll('.', '/')}`, { by: 'question', question });
  }
  for (const row of house.lifecycles.values()) {
    known.set(`GET /api/${row.name}/:id/offers`, { by: 'offers', row });
  }
  for (const [route, why] of Object.entries(forWhoeverIsSignedIn)) known.set(route, { by: 'signed in', why });
  for (const [route, why] of Object.entries(forWhoeverSigns)) known.set(route, { by: 'signature', why });
  for (const [route, { command: name, why }] of Object.entries(forWhoeverMay)) {
    const command = house.commands.get(name);
    if (command) known.set(route, { by: 'right', command, why });
  }
  for (const [route, why] of Object.entries(forEverybody)) known.set(route, { by: 'everybody', why });
  const addresses = new Set([...known.keys()].map((route) => route.split(' ')[1]));
  return (method, url) => {
    const asked = method === 'HEAD' ? 'GET' : method;
    const cover = known.get(`${asked} ${url.replace(/(?<=.)\/$/, '')}`);
    if (cover) return cover;
    return url.startsWith('/api/') && addresses.has(url) ? { by: 'no such method' } : undefined;
  };
}
