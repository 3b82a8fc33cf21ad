import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AnyCommand } from '#kernel/command.ts';
import { stepFrom, type Lifecycle } from '#kernel/lifecycle.ts';
import { whoCould } from '#kernel/rights.ts';
import type { Role } from '#kernel/roles.ts';
import type { Page } from '#screens/index.ts';
import { isForSomebody, mayAskThis, maySee, verdictOn, type Holding } from './docs/declared.ts';
import { outOfDate } from './docs/fresh.ts';
import { rolesPage } from './docs/roles-page.ts';
import {
  coversFor,
  forEverybody,
  forPractice,
  forWhoeverIsSignedIn,
  forWhoeverMay,
  type Cover,
} from './docs/routes.ts';
import { allPages } from './doors.ts';
import {
  everyState,
  gathered,
  holdingOf,
  stage,
  targetsOf,
  twoStates,
  verdictFor,
  type Stage,
  type Target,
} from './testing/targets.ts';
import { everyRole, type Visitor } from './testing/visitors.ts';
import { askedBy } from './testing/questions.ts';
import { practiceRoutes } from './testing/practice-routes.ts';

let at: Stage;
let all: Visitor;
let commands: readonly AnyCommand[];
let coverOf: (method: string, url: string) => Cover | undefined;
beforeAll(async () => {
  at = await stage();
  all = await everyRole(at);
  commands = [...at.house.commands.values()];
  coverOf = coversFor(at.house, allPages);
}, 120_000);
afterAll(() => at.close());

/** Goes through all visitors and gathers where a door answers otherwise than the declarations say. */
async function differences<T>(
  whatFor: (visitor: Visitor) => readonly T[],
  look: (visitor: Visitor, one: T) => Promise<readonly string[]>,
): Promise<string[]> {
  const found: string[] = [];
  await at.eachVisitor(async (visitor) => {
    found.push(...(await gathered(whatFor(visitor), (one) => look(visitor, one))));
  });
  return found.slice(0, 30);
}

const asRole = (role: Role): Holding => ({
  signedIn: true,
  roles: ['staff', role],
  rolesAtPlace: [],
  named: false,
});
const shown = ({ command, row, named }: Target, { name }: Visitor): string =>
  `${command.name} by ${name}${row ? ` on one that is ${row.state}${named ? ' and names them' : ''}` : ''}`;
/** A refusal of a room, not one about rights: those are the kernel's. */
const saysNoOfARoom = (page: string): boolean => /\/help\/refusals\/(?!kernel\.)[a-z-]+\.[a-z-]+"/.test(page);
const differs = (what: string, is: number | string, declared: number | string): string[] =>
  is === declared ? [] : [`${what}: the door says ${is}, declared is ${declared}`];

// A field that no form has: whoever may do it is told so, and nothing is done.
const noSuchField = 'no-such-field';

describe('every command of every room, for every role, on every state', () => {
  test('by the API', async () => {
    const status = { 'sign in': 401, 'not seen': 404, 'not now': 409, 'not yours': 403, allowed: 400 };
    const forPeople = commands.filter(isForSomebody);
    const found = await differences(
      (visitor) => everyState(targetsOf(forPeople, at.rowsFor(visitor)), visitor),
      async (visitor, target) => {
        const { command, row } = target;
        const answer = await at.send({
          method: 'POST',
          url: `/api/${command.lifecycle.name}/${row ? `${row.id}/` : ''}${command.verb}`,
          headers: visitor.headers,
          payload: { [noSuchField]: true, ...(row ? { _version: 1 } : {}) },
        });
        const declared = visitor.kind === 'gone' ? 404 : status[verdictFor(target, visitor)];
        return differs(`POST ${shown(target, visitor)}`, answer.statusCode, declared);
      },
    );
    expect(found).toEqual([]);
  }, 180_000);

  test('by the pages, also for what only the program does', async () => {
    const posted = { 'sign in': 401, 'not seen': 404, 'not now': 409, 'not yours': 403, allowed: 400 };
    const asked = { ...posted, 'sign in': 303, allowed: 200 };
    const found = await differences(
      (visitor) => twoStates(targetsOf(commands, at.rowsFor(visitor)), visitor),
      async (visitor, target) => {
        const { command, row } = target;
        const url = `/do/${command.name}${row ? `/${row.id}` : ''}`;
        const form = await at.send({ url, headers: visitor.headers });
        const answer = await at.submit(url, visitor.headers, `${noSuchField}=1&_version=1`);
        const verdict = verdictFor(target, visitor);
        // Whoever has the right may still be told that this row is not ready for it: in the room's own words.
        if (verdict === 'allowed' && command.can && saysNoOfARoom(form.body) && saysNoOfARoom(answer.body))
          return [];
        return [
          ...differs(`GET ${shown(target, visitor)}`, form.statusCode, asked[verdict]),
          ...differs(`POST ${shown(target, visitor)}`, answer.statusCode, posted[verdict]),
        ];
      },
    );
    expect(found).toEqual([]);
  }, 180_000);

  test('what is offered is what may be done', async () => {
    interface Offered {
      readonly command: string;
      readonly refused?: { readonly sentence: string };
    }
    const found = await differences(
      (visitor) => at.rowsFor(visitor),
      async (visitor, { row, named }) => {
        const holding = holdingOf(visitor, named, row);
        const answer = await at.send({
          url: `/api/${row.of.name}/${row.id}/offers`,
          headers: visitor.headers,
        });
        const what = `offers of ${row.of.name} ${row.state} for ${visitor.name}`;
        const sees = maySee(row.of, holding) ? 200 : visitor.kind === 'nobody' ? 401 : 404;
        if (sees !== 200 || answer.statusCode !== 200) return differs(what, answer.statusCode, sees);
        const { offers } = answer.json<{ offers: Offered[] }>();
        const isVerb = (command: AnyCommand): boolean =>
          command.lifecycle === row.of && command.button && isForSomebody(command);
        const declared = commands
          .filter((command) => isVerb(command) && verdictOn(command, row.state, holding) === 'allowed')
          .map(({ name }) => name);
        const offered = offers.filter((one) => one.refused?.sentence !== 'Not yours to do');
        return differs(what, offered.map((one) => one.command).join(), declared.join());
      },
    );
    expect(found).toEqual([]);
  }, 120_000);

  test('a right that is declared can be used: whoever may take a step may see the row', () => {
    const dead = commands.flatMap(({ name, lifecycle, creates, verb }) =>
      lifecycle.steps
        .filter((step) => step.by === verb && !creates)
        .flatMap((step) => step.who)
        .filter((party) => party.party === 'role' && !maySee(lifecycle, asRole(party.role)))
        .map((party) => `${name} lets ${whoCould([party]).join()} act, who may not see the row`),
    );
    expect(dead).toEqual([]);
  });

  test('what nobody but the program does has no address in the API', () => {
    const programs = commands.filter((command) => !isForSomebody(command));
    const urls = new Set(at.routes.map(({ url }) => url));
    expect(programs.length).toBeGreaterThan(5);
    expect(
      programs.filter(
        ({ lifecycle, verb }) =>
          urls.has(`/api/${lifecycle.name}/${verb}`) || urls.has(`/api/${lifecycle.name}/:id/${verb}`),
      ),
    ).toEqual([]);
  });
});

describe('every address', () => {
  test('is covered by a declaration, or stands with its reason on a short list', () => {
    const bare = at.routes.filter(({ method, url }) => coverOf(method, url) === undefined);
    expect(
      bare.map(({ method, url }) => `${method} ${url} is covered by nothing: see src/main/docs/routes.ts`),
    ).toEqual([]);
    const there = new Set(at.routes.map(({ method, url }) => `${method} ${url}`));
    const listed = [
      ...Object.keys(forEverybody),
      ...Object.keys(forWhoeverMay),
      ...Object.keys(forWhoeverIsSignedIn),
    ];
    expect(listed.filter((route) => !there.has(route))).toEqual([]);
    expect(coverOf('GET', '/not-declared')).toBeUndefined();
    expect(coverOf('GET', '/api/not/declared')).toBeUndefined();
  });

  test('stands in docs/roles.md with who may use it', () => {
    const covered = at.routes
      .filter(({ method }) => method !== 'HEAD')
      .flatMap(({ method, url }) => {
        const cover = coverOf(method, url);
        return cover ? [{ route: `${method} ${url}`, cover }] : [];
      });
    expect(outOfDate('docs/roles.md', rolesPage(at.house, covered))).toEqual([]);
  });

  test('of practice is there in practice alone', async () => {
    const there = new Set(at.routes.map(({ method, url }) => `${method} ${url}`));
    expect(Object.keys(forPractice).filter((route) => there.has(route))).toEqual([]);
    const more = (await practiceRoutes(at)).filter((route) => !there.has(route) && !route.startsWith('HEAD'));
    expect(more.sort()).toEqual(Object.keys(forPractice).sort());
  });

  test('of a page opens for those whom the page names, and for nobody else', async () => {
    const pages = allPages.flatMap((room) => [...room.pages, ...(room.downloads ?? [])]);
    const found = await differences(
      (visitor) => pages.flatMap((page) => addressesOf(page, visitor)),
      async (visitor, { page, url, holding, sees }) => {
        const { statusCode } = await at.send({ url, headers: visitor.headers });
        const asked = mayAskThis(page.askers, holding);
        const closed = visitor.kind === 'person' ? 404 : 303;
        return differs(`GET ${url} for ${visitor.name}`, statusCode, asked ? (sees ? 200 : 404) : closed);
      },
    );
    expect(found).toEqual([]);
  }, 120_000);

  test('of a question answers those whom it names, and nobody else', async () => {
    const found = await differences(
      () => [...at.house.questions.values()],
      async (visitor, question) => {
        const { statusCode } = await at.send({ url: askedBy(question, at.rows), headers: visitor.headers });
        const holding = holdingOf(visitor, false);
        const about = aboutOneRow[question.name];
        const asked =
          mayAskThis(question.askers, holding) &&
          (about === undefined || maySee(lifecycleOf(about), holding));
        const closed = visitor.kind === 'nobody' ? 401 : 404;
        return differs(`GET ${question.name} for ${visitor.name}`, statusCode, asked ? 200 : closed);
      },
    );
    expect(found).toEqual([]);
  });

  test('for everybody turns nobody away', async () => {
    const found = await differences(
      ({ kind }) =>
        Object.keys(forEverybody)
          .filter((route) => !leadsElsewhere.has(route))
          // Who is signed in already has no use for the forms.
          .filter((route) => kind === 'nobody' || !route.startsWith('POST')),
      async (visitor, route) => {
        const [method = '', url = ''] = route.split(' ');
        const address = url
          .replace(':code', 'kernel.not-found')
          .replace('/api/docs/static/*', '/api/docs/static/swagger-ui.css');
        const answer =
          method === 'POST'
            ? await at.submit(address, visitor.headers, '')
            : await at.send({ url: address, headers: visitor.headers });
        // An empty form is told so, or after many to wait; nobody is told to go away.
        const status = answer.statusCode;
        // Who is signed in already is led on from the way in.
        if (route === 'GET /sign-in' && visitor.kind !== 'nobody' && status === 303) return [];
        const letIn = method === 'POST' ? status < 500 && ![401, 403, 404].includes(status) : status === 200;
        return letIn ? [] : [`${route} for ${visitor.name}: the door says ${answer.statusCode}`];
      },
    );
    expect(found).toEqual([]);
  });

  test('to which the first page leads opens for whoever stands there', async () => {
    const found = await differences(
      () => ['/'],
      async (visitor, url) => {
        const { body } = await at.send({ url, headers: visitor.headers });
        const links = [...body.matchAll(/<a [^>]*href="(\/[^"#]*)"/g)].map((link) => link[1] ?? '');
        const answers = await Promise.all(
          [...new Set(links)].map(async (link) => ({
            link,
            status: (await at.send({ url: link, headers: visitor.headers })).statusCode,
          })),
        );
        const dead = answers.filter(({ status }) => status !== 200);
        const few = answers.length < 3 ? [`only ${answers.length} links for ${visitor.name}`] : [];
        return [...few, ...dead.map(({ link, status }) => `${link} for ${visitor.name}: ${status}`)];
      },
    );
    expect(found).toEqual([]);
    expect((await at.send({ url: '/' })).body).toContain('href="/our-accounts"');
  });

  test('for whoever is signed in turns everybody else away', async () => {
    const found = await differences(
      () => Object.keys(forWhoeverIsSignedIn),
      async (visitor, route) => {
        const [method = '', url = ''] = route.split(' ');
        const answer =
          method === 'POST'
            ? await at.submit(url, visitor.headers, '')
            : await at.send({ url, headers: visitor.headers });
        const away = answer.statusCode === 401 || /^\/sign-in(\?|$)/.test(answer.headers.location ?? '');
        return differs(`${route} for ${visitor.name}`, String(away), String(visitor.kind !== 'person'));
      },
    );
    expect(found).toEqual([]);
  });

  test('of a page round one command opens for whoever may do it, and for nobody else', async () => {
    const somebody = at.rows.find(({ of, state }) => of.name === 'person' && state === 'active')?.id ?? '';
    const found = await differences(
      () => Object.entries(forWhoeverMay),
      async (visitor, [route, { command: name }]) => {
        const [method = '', path = ''] = route.split(' ');
        const command = at.house.commands.get(name);
        if (!command) return [`${route} names ${name}, which is no command`];
        const row = command.creates
          ? undefined
          : at.rows.find(({ of, state }) => of === command.lifecycle && stepFrom(of, command.verb, state));
        const url = path.replace(':id', row?.id ?? somebody);
        const { statusCode, body } =
          method === 'POST'
            ? await at.submit(url, visitor.headers, '')
            : await at.send({ url, headers: visitor.headers });
        const verdict = verdictOn(command, row?.state, holdingOf(visitor, false));
        // Whoever has the right may still be told that this row is not ready for it: in the room's own words.
        if (verdict === 'allowed' && command.can && saysNoOfARoom(body)) return [];
        const declared =
          visitor.kind !== 'person'
            ? 303
            : { allowed: 200, 'not seen': 404, 'not yours': 403, 'not now': 409, 'sign in': 303 }[verdict];
        return differs(`${route} for ${visitor.name}`, statusCode, declared);
      },
    );
    expect(found).toEqual([]);
  });

  test('that takes no such method says which it takes, and does nothing', async () => {
    const others = at.routes.filter(({ method, url }) => coverOf(method, url)?.by === 'no such method');
    const found = await gathered(others, async ({ method, url }) => {
      const { statusCode } = await at.send({
        method: method as 'PUT',
        url: filled(url),
        headers: all.headers,
      });
      return differs(`${method} ${url}`, statusCode, 405);
    });
    expect(others.length).toBeGreaterThan(100);
    expect(found).toEqual([]);
  });
});

/** Pictures lie under names of their own, sign-out ends the very session, and the organisation's sign-in is elsewhere. */
const leadsElsewhere = new Set([
  'GET /assets/*',
  'POST /sign-out',
  'GET /sign-in/organisation',
  'GET /auth/callback/oidc',
  'GET /api/docs',
  'GET /api/docs/static/index.html',
]);

/** An address with a row of its kind in the place of `:id`. */
function filled(url: string): string {
  const kind = /^\/api\/([^/]+)\/:id/.exec(url)?.[1];
  const row = at.rows.find(({ of }) => of.name === kind) ?? at.rows[0];
  return url.replace(':id', row?.id ?? '').replace(':clause', at.house.policies.all[0]?.clauses[0]?.id ?? '');
}

type Opened = Pick<Page, 'path' | 'askers'>;

interface Address {
  readonly page: Opened;
  readonly url: string;
  readonly holding: Holding;
  readonly sees: boolean;
}

/** What a page needs to be asked, where it needs something. */
const asks: Readonly<Record<string, string>> = { '/policy/search': '?words=reply' };

/** A page about one row is asked for in every state; any other once. */
function addressesOf(page: Opened, visitor: Visitor): Address[] {
  if (page.path.includes('/:kind/:id')) {
    return at.rowsFor(visitor).map(({ row, named }) => {
      const holding = holdingOf(visitor, named, row);
      const url = page.path.replace(':kind', row.of.name).replace(':id', row.id);
      return { page, url, holding, sees: maySee(row.of, holding) };
    });
  }
  const cover = coverOf('GET', page.path);
  const about = cover?.by === 'page' ? cover.row : undefined;
  if (!about) {
    return [
      {
        page,
        url: filled(page.path) + (asks[page.path] ?? ''),
        holding: holdingOf(visitor, false),
        sees: true,
      },
    ];
  }
  return at
    .rowsFor(visitor)
    .filter(({ row }) => row.of === about)
    .map(({ row, named }) => {
      const holding = holdingOf(visitor, named, row);
      return { page, url: page.path.replace(':id', row.id), holding, sees: maySee(about, holding) };
    });
}

/** Questions about one thing, open to many: who may not see the thing is told that it is not there. */
const aboutOneRow: Readonly<Record<string, string>> = {
  'people.person': 'person',
  'hand-over.escalation': 'escalation',
};
const lifecycleOf = (name: string): Lifecycle => {
  const found = at.house.lifecycles.get(name);
  if (!found) throw new Error(`There is no lifecycle ${name}`);
  return found;
};

describe('a page of another site', () => {
  const otherSites: readonly Record<string, string>[] = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://elsewhere.example' },
    { origin: 'null' },
  ];

  test('can make no address do anything, whoever is signed in', async () => {
    const before = await at.store.trail.head();
    const changing = at.routes.filter(({ method }) => !['GET', 'HEAD', 'OPTIONS'].includes(method));
    const addresses = changing.flatMap(({ method, url }) =>
      url.startsWith('/do/')
        ? targetsOf(commands, at.rowsFor(all))
            .filter(({ command }) => command.creates !== url.endsWith('/:id'))
            .map(({ command, row }) => ({ method, url: `/do/${command.name}${row ? `/${row.id}` : ''}` }))
        : [{ method, url: filled(url) }],
    );
    const found = await gathered(
      addresses.flatMap((address) => otherSites.map((site) => ({ ...address, site }))),
      async ({ method, url, site }) => {
        const api = url.startsWith('/api/');
        const answer = await at.app.inject({
          method: method as 'POST',
          url,
          headers: {
            ...all.headers,
            ...site,
            'content-type': api ? 'application/json' : 'application/x-www-form-urlencoded',
          },
          payload: api ? '{}' : '',
        });
        return differs(`${method} ${url} from ${Object.values(site)[0]}`, answer.statusCode, 403);
      },
    );
    expect(changing.filter(({ method }) => method === 'POST').length).toBeGreaterThan(60);
    expect(found.slice(0, 20)).toEqual([]);
    expect(await at.store.trail.head()).toEqual(before);
  }, 60_000);

  test('is no page that says nothing of where it comes from: a form without either header is turned away', async () => {
    for (const { method, url } of at.routes) {
      if (method !== 'POST' || url.startsWith('/api/')) continue;
      const answer = await at.app.inject({
        method: 'POST',
        url: filled(url).replace(':command', 'team.add'),
        headers: { ...all.headers, 'content-type': 'application/x-www-form-urlencoded' },
        payload: 'name=Night+team',
      });
      expect([url, answer.statusCode]).toEqual([url, 403]);
    }
  });
});
