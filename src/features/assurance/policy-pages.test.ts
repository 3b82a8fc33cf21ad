import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { api } from '#entry/api/index.ts';
import { signIn, testWeb, type TestWeb } from '#entry/web/testing-web.ts';
import { capture, inbox } from '#features/inbox/index.ts';
import { peopleIn } from '#features/people/index.ts';
import { records } from '#features/records/index.ts';
import { perform } from '#kernel/perform.ts';
import { coverageReport, readCoverage, readPolicy, type Policy } from '#policy/index.ts';
import { assurance } from './index.ts';
import { assurancePages } from './pages.tsx';

const packs = resolve(import.meta.dirname, '../../../policies');
const text = (id: string, file: string): string => readFileSync(`${packs}/${id}/${file}`, 'utf8');
const council = readPolicy({
  'clauses.md': text('lmc-sm/2.1', 'clauses.md'),
  'policy.json': text('lmc-sm/2.1', 'policy.json'),
  'bindings.json': text('lmc-sm/2.1', 'bindings.json'),
});
const coverage = (policy: Policy) =>
  policy.id === 'icb002/1.0'
    ? coverageReport(policy, readCoverage(text('icb002/1.0', 'coverage.json'), policy))
    : undefined;

let web: TestWeb;
let staff: Record<string, string>;
let auditor: Record<string, string>;
beforeAll(async () => {
  web = await testWeb({
    rooms: [peopleIn('Europe/London'), inbox, records, assurance],
    now: '2026-11-24T10:00:00Z',
    house: (house) => ({ ...house, policies: { ...house.policies, others: [council], coverage } }),
    options: () => ({ pages: [assurancePages] }),
  });
  staff = web.sit('Stan Staff');
  auditor = web.sit('Aud Itor', 'auditor');
  const officer = web.at.person('Olu Officer', 'communications');
  const input = {
    network: 'facebook',
    kind: 'comment',
    handle: 'a.resident',
    text: 'Where is the clinic?',
    at: '2026-11-24T10:00:00Z',
  };
  await perform(web.at.house, capture, { actor: officer, input, door: 'web' });
});
afterAll(() => web.close());

const page = async (url: string, headers: Record<string, string> = {}) => {
  const { statusCode: status, body } = await web.get(url, headers);
  const words = body
    .replace(/^[^]*<main/, '<main')
    .replace(/<\/main>[^]*$/, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll(/\s+/g, ' ');
  return { status, body, words };
};

describe('the document', () => {
  test('is read by anybody, with contents that lead to each section and each clause once', async () => {
    const { status, body, words } = await page('/policy');
    expect(status).toBe(200);
    const ids = [...body.matchAll(/<article id="clause-([^"]+)"/g)].map((one) => one[1]);
    expect(ids).toHaveLength(180);
    expect(new Set(ids).size).toBe(180);
    const contents = [...body.matchAll(/href="#(section-\d+)"/g)].map((one) => one[1]);
    expect(contents.length).toBeGreaterThan(10);
    for (const id of contents) expect(body).toContain(`id="${id}"`);
    expect(words).toContain('ICB002, version 1.0');
    expect(words).toContain('reply within 2 hours, working time Stated by the policy');
    expect(words).toContain('90% in time counts as good Our default, not in the policy');
    expect(words).toContain('a person’s reply stops the clock Our reading');
  });

  test('says how far over its review is, and under which clause', async () => {
    const { words } = await page('/policy');
    expect(words).toContain('The review is overdue It was due by Thursday 29 February 2024, 999 days ago.');
    expect(words).toMatch(/9\.a review at least every 24 months/);
    expect(words).toMatch(
      /DC\.7 remind 180, 90, 30, 0 days before review \(our default, not in the policy\)/,
    );
  });

  test('of another organisation is read as that, and never as ours', async () => {
    const { body, words } = await page('/policy?version=lmc-sm/2.1');
    expect(words).toContain('You read a policy of Lochmarra Council.');
    expect(words).toContain('24 hours');
    expect(words).not.toContain('The review is overdue');
    expect(body).toContain('href="/policy/S4%2F2?version=lmc-sm%2F2.1"');
  });

  test.each(['icb002/9.9', '../../etc/passwd', 'x'])(
    'of a version %s that does not lie here is nothing',
    async (id) => {
      expect((await page(`/policy?version=${encodeURIComponent(id)}`)).status).toBe(404);
      expect((await page(`/policy/DC.1?version=${encodeURIComponent(id)}`)).status).toBe(404);
    },
  );
});

describe('one clause', () => {
  test('shows its values with units, what is done under it, where the program says no, and its tests', async () => {
    const { status, words } = await page('/policy/6.4.b');
    expect(status).toBe(200);
    expect(words).toContain('6.4.b Two hours');
    expect(words).toContain('Time allowed 120 minutes (2 hours)');
    expect(words).toContain('The time runs inside opening hours only');
    expect(words).toContain('Inbox: Reckon the due times;');
    expect(words).toMatch(/Enforced The program does not let it be broken\. .*\d+ tests show it/);
    expect(words).not.toMatch(/inbox\.reply-within|enquiry\.reckon/);
    expect((await page('/policy/6.3.c')).words).toMatch(
      /Where the program says no .*is working on this until …\./,
    );
  });

  test('tells what is ours inside a rule that the policy states', async () => {
    const { words } = await page('/policy/6.4.g');
    expect(words).toContain('pass on to who can answer Stated by the policy'.replace('pass', 'Pass'));
    expect(words).toContain('The department has 2 working days Our default, not in the policy');
  });

  test('counts how often it decided in the last 30 days, and no longer', async () => {
    expect((await page('/policy/6.3.d')).words).toContain('1 decision under it in the last 30 days.');
    web.at.clock.set('2026-12-24T10:00:00Z');
    expect((await page('/policy/6.3.d')).words).toContain('1 decision under it in the last 30 days.');
    web.at.clock.set('2026-12-24T10:00:01Z');
    expect((await page('/policy/6.3.d')).words).toContain('No decision under it in the last 30 days.');
    web.at.clock.set('2026-11-24T10:00:00Z');
  });

  test('leads to the entries only those who may search the trail', async () => {
    const link = 'href="/records?clause=6.3.d"';
    expect((await page('/policy/6.3.d', auditor)).body).toContain(link);
    expect((await page('/policy/6.3.d', staff)).body).not.toContain(link);
    expect((await page('/policy/6.3.d')).body).not.toContain(link);
  });

  test('says plainly that nothing goes by a rule yet, and that nothing is measured', async () => {
    const { words } = await page('/policy/3.a');
    expect(words).toContain('Our default, not in the policy Not kept yet');
    expect(words).toContain('A sponsor can be recorded; nobody is asked to renew yet.');
    expect(words).toContain('Not measured. That is a gap, and never counted as good.');
    expect((await page('/policy/6.2.i.6')).words).toContain('Planned The program does not do this yet.');
  });

  test('gives its findings with what would mend them to staff, and not to the public', async () => {
    const mend = 'What would mend it: Say which share counts as kept';
    expect((await page('/policy/6.4.b', staff)).words).toContain(mend);
    expect((await page('/policy/6.4.b')).words).not.toContain(mend);
  });

  test('shows an appendix that is missing as missing', async () => {
    const { words } = await page('/policy/A.1', staff);
    expect(words).toMatch(/Cited and not attached: .*Equality/);
    expect(words).toContain('What would mend it: Attach them to the published copy');
  });

  test('leads to the one before and after, and of another version keeps to it', async () => {
    const { body } = await page('/policy/6.4.b');
    expect(body).toContain('href="/policy/6.4.a"');
    expect(body).toContain('href="/policy/6.4.c"');
    const other = await page('/policy/S4%2F2?version=lmc-sm%2F2.1');
    expect(other.status).toBe(200);
    expect(other.words).toContain('Time allowed 1440 minutes (24 hours)');
    expect(other.words).toContain('This version does not say how its clauses are kept.');
    expect(other.body).toContain('href="/policy/S4%2F3?version=lmc-sm%2F2.1"');
  });

  test.each(['6.4', '6.4.z', 'S4/2', '__proto__', '%2e%2e'])('%s is none', async (id) => {
    expect((await page(`/policy/${encodeURIComponent(id)}`)).status).toBe(404);
  });
});

describe('which version was in force on a day', () => {
  const on = (date: string) => page(`/policy/as-of?date=${encodeURIComponent(date)}`);

  test('is told from midnight of its first day on', async () => {
    expect((await on('2022-07-01')).words).toContain('Social Media Policy, version 1.0 (ICB002)');
    expect((await on('2999-12-31')).words).toContain('Social Media Policy, version 1.0 (ICB002)');
    for (const before of ['2022-06-30', '1900-01-01'])
      expect((await on(before)).words).toContain(
        'No version was in force. The first began on Friday 1 July 2022.',
      );
  });

  test.each([
    '2022-02-30',
    '2022-13-01',
    'yesterday',
    '1 July 2022',
    '0000-01-01',
    '1899-12-31',
    '3000-01-01',
    '-271821-04-20',
    '+275760-09-13',
    '-999999-01-01',
    '2022-07-01[u-ca=hebrew]x',
    '9'.repeat(5000),
  ])('%s is answered with 400 and an error at the field', async (date) => {
    const { status, body } = await on(date);
    expect(status).toBe(400);
    expect(body).toContain('href="#date"');
    expect(body).toContain('id="date-error"');
    expect(body).toContain('<title>Error: ');
  });

  test('is not asked without a day, and every version and policy that lies here is listed', async () => {
    const { status, words } = await page('/policy/as-of');
    expect(status).toBe(200);
    expect(words).toContain('Decides now');
    expect(words).toContain('Lochmarra Council');
    expect(words).toContain('Decides nothing here');
  });
});

describe('searching', () => {
  test('finds clauses on the server and leads to them', async () => {
    const { status, body, words } = await page('/policy/search?words=two+hours');
    expect(status).toBe(200);
    expect(body).toContain('href="/policy/6.4.b"');
    expect(words).toMatch(/\d+ clauses?\./);
  });
  test('finds nothing politely', async () => {
    expect((await page('/policy/search?words=xyzzy')).words).toContain('No clause has all these words');
  });
  test.each(['', '?words=', `?words=${'a'.repeat(300)}`])(
    '%s is answered with 400 at its field',
    async (query) => {
      const { status, body } = await page(`/policy/search${query}`);
      expect(status).toBe(400);
      expect(body).toContain('href="#words"');
    },
  );
  test('shows as text whatever was typed', async () => {
    const { body } = await page(`/policy/search?words=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(body).not.toContain('<script>alert');
  });
});

describe('the evidence', () => {
  test('findings are nineteen today, each with its clause and what would mend it', async () => {
    const { status, body, words } = await page('/policy/findings', staff);
    expect(status).toBe(200);
    expect(words).toContain('19 things that an auditor would ask about today.');
    expect(words.match(/What would mend it: /g)).toHaveLength(19);
    expect((body.match(/<li class="sp-panel">/g) ?? []).length).toBe(19);
    expect(words).toContain('The review was due by 2024-02-29 and is overdue.');
  });

  test('coverage names every clause, and the tests of those that are kept', async () => {
    const report = coverage(web.at.house.policies.inForce(web.at.clock.now()));
    const { body } = await page('/policy/coverage', staff);
    expect((body.match(/scope="row"/g) ?? []).length).toBe(180);
    const enforced = await page('/policy/coverage?status=enforced', staff);
    expect((enforced.body.match(/scope="row"/g) ?? []).length).toBe(report?.totals['enforced']);
    expect(enforced.words).toContain('src/policy/policy.test.ts');
    for (const strange of ['nothing', '__proto__', 'toString'])
      expect(
        (await page(`/policy/coverage?status=${strange}`, staff)).body.match(/scope="row"/g),
      ).toHaveLength(180);
  });

  test('of a version that does not say, nothing is claimed', async () => {
    expect((await page('/policy/coverage?version=lmc-sm/2.1', staff)).words).toContain(
      'This version does not say how its clauses are kept.',
    );
  });

  test.each(['/policy/findings', '/policy/coverage'])('%s is for staff', async (url) => {
    expect((await page(url)).status).toBe(303);
  });
});

describe('the API', () => {
  test('answers policy.clause, policy.as-of and policy.search as the pages do', async () => {
    const { fastify } = await import('fastify');
    const app = fastify();
    await api(
      app,
      { ...web.at.house, policies: { ...web.at.house.policies, coverage } },
      { ...signIn, busyAfter: 0 },
    );
    const clause = await app.inject({ url: '/api/policy/clause?clause=6.4.b' });
    expect(clause.statusCode).toBe(200);
    expect(clause.json()).toMatchObject({
      version: { id: 'icb002/1.0', decides: true },
      clause: { id: '6.4.b', coverage: { status: 'enforced' } },
      findings: [],
      before: { id: '6.4.a' },
    });
    const wrong = await app.inject({ url: '/api/policy/as-of?date=1066-10-14' });
    expect(wrong.statusCode).toBe(400);
    expect(wrong.json()).toMatchObject({
      errors: [{ field: 'date', message: 'Give a real date, such as 24 12 2026' }],
    });
    const found = await app.inject({ url: '/api/policy/search?words=two%20hours' });
    expect(found.json()).toMatchObject({ hits: [{ id: '6.4.b' }] });
    expect((await app.inject({ url: '/api/policy/clause?clause=nope' })).statusCode).toBe(404);
    expect((await app.inject({ url: '/api/policy/coverage' })).statusCode).toBe(401);
    await app.close();
  });
});
