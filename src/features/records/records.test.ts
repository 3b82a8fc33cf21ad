import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/rights.ts';
import { verifyLines } from '#store/audit-file.ts';
import { openOffice, type Office } from './testing-office.ts';

let office: Office;
let officer: Person;
let auditor: Person;
let committee: Person;
let administrator: Person;
let stranger: Person;
let enquiry: string;
type Person = { actor: Actor; cookie: { cookie: string } };

beforeAll(async () => {
  office = await openOffice({ house: (house) => ({ ...house, failedJobs: async () => failed }) });
  officer = await office.join('Olu Officer', 'communications');
  auditor = await office.join('Aud Itor', 'auditor');
  committee = await office.join('Cora Committee', 'committee');
  administrator = await office.join('Ada Admin', 'administrator');
  stranger = await office.join('Stan Staff');
  enquiry = await office.enquiry(officer.actor);
  await office.act('enquiry.claim', officer.actor, enquiry);
});
afterAll(() => office.close());
const failed: { queue: string; count: number }[] = [];

const page = async (url: string, who?: Person) => {
  const { statusCode, body, headers } = await office.get(url, who?.cookie);
  return { status: statusCode, body, headers, text: textOf(body) };
};
const textOf = (html: string): string =>
  html
    .replace(/^[^]*<main/, '<main')
    .replace(/<\/main>[^]*$/, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', '’')
    .replaceAll(/\s+/g, ' ');
const history = (id = enquiry) => `/records/enquiry/${id}`;

describe('the history of one thing', () => {
  test('tells those who may see it who did what, when, under which clause and by which door', async () => {
    const { status, text } = await page(history(), officer);
    expect(status).toBe(200);
    expect(text).toContain('Everything that was done to an enquiry');
    expect(text).toMatch(/Claim it by Olu Officer, communications officer Tue 24 Nov 2026 10:00/);
    expect(text).toMatch(/6\.3\.c one person holds it for 15 minutes/);
    expect(text).toContain('by another program (API), under icb002/1.0');
    expect(text).toMatch(/Enter a message by hand by Olu Officer/);
    expect(text).toContain('It began as “waiting”.');
    expect(text).not.toContain('Where is the clinic?');
  });

  test('leads back to the list only those who may open the list', async () => {
    expect((await page(history(), officer)).body).not.toContain('href="/records"');
    expect((await page(history(), auditor)).body).toContain('href="/records"');
  });

  test('is there for the auditor too, who reads roles and names and no words', async () => {
    const { status, text, body } = await page(history(), auditor);
    expect(status).toBe(200);
    expect(text).toContain('Olu Officer, communications officer');
    expect(text).toContain('You read the history as an auditor');
    expect(body).not.toContain(`href="/inbox/${enquiry}"`);
  });

  test.each([
    ['somebody of staff', () => stranger],
    ['an administrator', () => administrator],
    ['a member of the committee', () => committee],
  ])('is not there for %s, who may not see the thing', async (_, who) => {
    const { status, text } = await page(history(), who());
    expect(status).toBe(404);
    expect(text).not.toContain('Claim');
  });

  test('asks the public to sign in, and comes back', async () => {
    const { status, headers } = await page(history());
    expect(status).toBe(303);
    expect(headers.location).toBe(`/sign-in?back=${encodeURIComponent(history())}`);
  });

  test.each([
    '/records/enquiry/not-an-id',
    '/records/enquiry/01890000-0000-7000-8000-000000000000',
    '/records/secret/01890000-0000-7000-8000-000000000000',
    '/records/__proto__/01890000-0000-7000-8000-000000000000',
    "/records/enquiry/'; drop table enquiries; --",
  ])('%s is nothing, for the auditor as well', async (url) => {
    expect((await page(url, auditor)).status).toBe(404);
  });

  test('names by role alone whoever the reader may not see', async () => {
    const own = `/records/person/${stranger.actor.kind === 'person' ? stranger.actor.id : ''}`;
    await office.act('person.flag-leaver', administrator.actor, idOf(stranger));
    const { status, text } = await page(own, stranger);
    expect(status).toBe(200);
    expect(text).toContain('by a system administrator');
    expect(text).not.toContain('Ada Admin');
  });

  test('tells the role of the moment, and not the role of today', async () => {
    const moved = await office.join('Mo Moved', 'communications');
    const other = await office.enquiry(moved.actor);
    const { rows } = await sql<{
      id: string;
    }>`select id from grants where person = ${idOf(moved)}`.execute(office.house.store.read());
    office.at.clock.set('2026-11-25T10:00:00Z');
    await office.act('grant.take-back', administrator.actor, rows[0]?.id ?? '');
    expect((await page(history(other), officer)).text).toContain('Mo Moved, communications officer');
    office.at.clock.set('2026-11-24T10:00:00Z');
  });

  test('is read a page at a time, with nothing lost and nothing twice', async () => {
    const busy = await office.enquiry(officer.actor);
    for (let turn = 0; turn < 59; turn += 1) await office.act('enquiry.claim', officer.actor, busy);
    const first = await page(history(busy), officer);
    const next = /href="(\/records\/enquiry\/[^"]+before=\d+)"/.exec(first.body)?.[1] ?? '';
    const second = await page(next, officer);
    const entries = [first, second].flatMap(({ text }) =>
      [...text.matchAll(/Entry (\d+),/g)].map((one) => one[1]),
    );
    expect(first.text.match(/Entry \d+,/g)).toHaveLength(50);
    expect(new Set(entries).size).toBe(entries.length);
    // Entered, its due times reckoned, and claimed 59 times.
    expect(entries).toHaveLength(61);
    expect(second.body).not.toContain('before=');
  });
});

const idOf = ({ actor }: Person): string => (actor.kind === 'person' ? actor.id : '');

describe('the audit trail', () => {
  test.each([
    'auditor',
    'governance',
    'senior-manager',
    'director',
    'executive',
    'committee',
    'administrator',
  ] as const)('is open to the %s', async (role) => {
    expect((await page('/records', await office.join(`A ${role}`, role))).status).toBe(200);
  });
  test.each(['communications', 'duty-manager', 'board', 'guardian', 'line-manager', 'moderator'] as const)(
    'is not there for the %s',
    async (role) => {
      const who = await office.join(`A ${role}`, role);
      for (const url of ['/records', '/records/trail.csv']) expect((await page(url, who)).status).toBe(404);
    },
  );

  test('gives people by role alone to who may not see them', async () => {
    const { text } = await page('/records?kind=enquiry', committee);
    expect(text).toContain('communications officer');
    expect(text).not.toContain('Olu Officer');
    const seen = await page('/records?kind=enquiry', auditor);
    expect(seen.text).toContain('Olu Officer, communications officer');
  });

  test('is filtered by kind, clause, person, door and day, and by all of them together', async () => {
    const entries = async (query: string) => {
      const { body } = await page(`/records?${query}`, auditor);
      return (body.match(/<th[^>]* scope="row"/g) ?? []).length;
    };
    const all = await entries('row=' + enquiry);
    expect(all).toBe(3);
    expect(await entries(`row=${enquiry}&clause=6.3.c`)).toBe(1);
    expect(await entries(`row=${enquiry}&clause=6.3.d`)).toBe(1);
    expect(await entries(`row=${enquiry}&door=api`)).toBe(1);
    expect(await entries(`row=${enquiry}&door=worker`)).toBe(0);
    expect(await entries(`row=${enquiry}&actor=person:${idOf(officer)}`)).toBe(3);
    expect(await entries(`row=${enquiry}&actor=person:${idOf(auditor)}`)).toBe(0);
    expect(await entries(`row=${enquiry}&from=2026-11-24&to=2026-11-24`)).toBe(3);
    expect(await entries(`row=${enquiry}&from=2026-11-25`)).toBe(0);
    expect(await entries(`row=${enquiry}&to=2026-11-23`)).toBe(0);
    expect(await entries(`kind=enquiry&clause=6.3.c&door=api&from=2026-11-24&to=2026-11-24`)).toBeGreaterThan(
      1,
    );
    expect(await entries('kind=person')).toBeGreaterThan(5);
    expect(await entries('kind=nothing')).toBe(0);
  });

  test.each([
    ['from=2026-02-30', 'from', 'real date'],
    ['from=-271821-04-20', 'from', 'real date'],
    ['to=%2B275760-09-12', 'to', 'real date'],
    ['from=1899-12-31', 'from', 'real date'],
    ['from=yesterday', 'from', 'real date'],
    ['from=2026-11-24&to=2026-11-23', 'to', 'must not come before'],
    ['row=12', 'row', 'whole id'],
    ['clause=' + 'x'.repeat(50), 'clause', '40 characters'],
  ])('%s is answered with 400 and an error at its field', async (query, field, message) => {
    const { status, body, text } = await page(`/records?${query}`, auditor);
    expect(status).toBe(400);
    expect(body).toContain(`href="#${field}"`);
    expect(body).toContain(`id="${field}-error"`);
    expect(text).toContain(message);
    expect(body).toContain('<title>Error: ');
  });
  test.each(['before=0', 'before=-1', 'before=1e999', 'before=1;drop'])(
    '%s is answered with 400',
    async (query) => {
      expect((await page(`/records?${query}`, auditor)).status).toBe(400);
    },
  );

  test('goes back a page at a time by the number of the entry', async () => {
    const first = await page('/records', auditor);
    const next = /href="\/records\?(before=\d+)"/.exec(first.body)?.[1] ?? '';
    const last = /before=(\d+)/.exec(next)?.[1];
    const second = await page(`/records?${next}`, auditor);
    const numbers = [...second.text.matchAll(/ No\. (\d+) /g)].map((one) => Number(one[1]));
    expect(numbers[0]).toBe(Number(last) - 1);
  });

  test('leaves as a table that holds the filtered entries, and no more of each than the page', async () => {
    const { status, headers, body } = await page(`/records/trail.csv?row=${enquiry}`, committee);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toBe('attachment; filename="audit-trail.csv"');
    const lines = body.trim().split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[1]).toContain(',Communications officer,');
    expect(body).not.toContain('Olu Officer');
    const mine = await page(`/records/trail.csv?row=${enquiry}`, auditor);
    expect(mine.body).toContain('Olu Officer');
    expect((await page('/records/trail.csv?from=2026-02-30', auditor)).status).toBe(400);
  });

  test('leaves whole, however many pages it has', async () => {
    const { body } = await page('/records/trail.csv', auditor);
    const { sequence } = await office.house.store.trail.head();
    expect(sequence).toBeGreaterThan(100);
    expect(body.trim().split('\r\n')).toHaveLength(sequence + 1);
  });
});

describe('a copy of the whole trail', () => {
  test('is taken by a deed of its own, leaves as lines, and is verified without us', async () => {
    const before = await office.house.store.trail.head();
    const answer = await office.press(auditor, 'trail-export.take');
    expect(answer.statusCode).toBe(303);
    const at = String(answer.headers.location);
    const shown = await page(at, auditor);
    expect(shown.text).toContain(`--head ${before.sequence}:${before.hash}`);
    const file = await page(`${at}/trail.jsonl`, auditor);
    expect(file.headers['content-disposition']).toBe(
      `attachment; filename="audit-trail-to-${before.sequence}.jsonl"`,
    );
    async function* lines() {
      yield* file.body.trim().split('\n');
    }
    expect(await verifyLines(lines(), before)).toEqual({
      ok: true,
      entries: before.sequence,
      head: before.hash,
    });

    const [entry] = await office.house.store.trail.find({ kind: 'trail-export' });
    expect(entry?.entry).toMatchObject({
      command: 'trail-export.take',
      rule: 'records.verify',
      actor: `person:${idOf(auditor)}`,
      facts: { upTo: before.sequence, hash: before.hash },
    });
  });

  test('is the same however much was written since', async () => {
    const at = String((await office.press(auditor, 'trail-export.take')).headers.location);
    const first = await page(`${at}/trail.jsonl`, auditor);
    await office.act('enquiry.claim', officer.actor, enquiry);
    expect((await page(`${at}/trail.jsonl`, auditor)).body).toBe(first.body);
  });

  test('is for the auditor and for governance, and each takes their own', async () => {
    const governance = await office.join('Gov Ernance', 'governance');
    const at = String((await office.press(auditor, 'trail-export.take')).headers.location);
    for (const who of [governance, administrator, committee, officer, stranger]) {
      expect((await page(at, who)).status).toBe(404);
      expect((await page(`${at}/trail.jsonl`, who)).status).toBe(404);
    }
    for (const who of [administrator, committee])
      expect((await page('/records', who)).body).not.toContain('trail-export.take');
    expect((await office.post('/do/trail-export.take', administrator.cookie)).statusCode).toBe(403);
    expect((await office.press(governance, 'trail-export.take')).statusCode).toBe(303);
  });
});

describe('the state of the record', () => {
  test('says where the chain ends, and what its last check found', async () => {
    expect((await page('/records', committee)).text).toContain('Nobody has checked the chain yet.');
    const before = await office.house.store.trail.head();
    expect((await office.press(auditor, 'trail-check.make')).statusCode).toBe(303);
    const { text } = await page('/records', auditor);
    expect(text).toContain('found whole when last checked');
    expect(text).toMatch(/Whole Tue 24 Nov 2026 10:00 by Aud Itor\./);
    expect(text).toContain(`${before.sequence} entries, each linked to the one before`);
    expect(text).toContain((await office.house.store.trail.head()).hash);
    expect((await page('/records', committee)).text).not.toContain('Aud Itor');
  });

  test('tells of background work that failed for good, and opens by itself then', async () => {
    expect((await page('/records', auditor)).text).toContain('Background work that failed None.');
    failed.push({ queue: 'failed/inbox.send-reply', count: 2 }, { queue: 'failed/people', count: 1 });
    const { text, body } = await page('/records', auditor);
    failed.length = 0;
    expect(text).toContain('Inbox: 2 pieces of work. Somebody must look.');
    expect(text).toContain('People: 1 piece of work.');
    expect(body).toContain('<details class="nhsuk-details" open="">');
  });
});
