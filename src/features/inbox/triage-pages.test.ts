import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { perform } from '#kernel/perform.ts';
import { person, systemActor, type Actor } from '#kernel/rights.ts';
import { addSignpost, peopleIn } from '#features/people/index.ts';
import { testWeb, type TestWeb } from '#entry/web/testing-web.ts';
import { inboxDesk, type InboxDesk } from './builders.ts';
import { markMissed } from './commands/marks.ts';
import { inbox } from './index.ts';
import { inboxPages } from './pages.tsx';

let door: TestWeb;
let desk: InboxDesk;
let olu: Record<string, string>;
let joan: Record<string, string>;
beforeAll(async () => {
  door = await testWeb({
    rooms: [peopleIn('Europe/London'), inbox],
    now: '2026-11-24T10:00:00Z',
    options: () => ({ pages: [inboxPages] }),
  });
  olu = door.sit('Olu Officer', 'communications');
  joan = door.sit('Joan Senior', 'senior-manager');
  const officer: Actor = person(olu['cookie']?.replace('person=', '') ?? '');
  desk = inboxDesk(door.at, () => officer);
});
afterAll(() => door.close());
beforeEach(() => door.at.clock.set('2026-11-24T10:00:00Z'));

const page = async (path: string, as: Record<string, string> = olu): Promise<string> => {
  const answer = await door.get(path, as);
  expect([path, answer.statusCode]).toEqual([path, 200]);
  return answer.body;
};
/** The row of the list that leads to this enquiry. */
const rowIn = (body: string, id: string): string =>
  body.split('<li class="sp-row"').find((row) => row.includes(`href="/inbox/${id}"`)) ?? '';

const grave = 'cant do this any more. tonight is my last night, sorry to everyone who tried';

test('a mention with words of self-harm on a Saturday night stands first at once, with its reasons, and is opened in one step', async () => {
  await desk.received();
  door.at.clock.set('2026-11-28T23:00:00Z');
  const { id } = await desk.received({ text: grave, kind: 'mention' });
  const priya = door.sit('Priya Nair', 'duty-manager');
  const list = await page('/inbox', priya);
  expect(list).toContain('Look now');
  expect(list.indexOf(`href="/inbox/${id}"`)).toBe(list.search(/href="\/inbox\/[0-9a-f-]{36}"/));
  const row = rowIn(list, id);
  for (const words of [
    'Act at once',
    'No person has read this yet',
    '23:15',
    'Suicide or self-harm',
    'tonight is my last night',
  ])
    expect(row).toContain(words);
  const one = await page(`/inbox/${id}`, priya);
  expect(one).toMatch(/<mark class="sp-because">tonight is my last night[^<]*<\/mark>/);
  for (const words of [
    '1: Act at once',
    'Call somebody',
    '999, and the safeguarding lead',
    'our default, not in the policy',
  ])
    expect(one).toContain(words);
});

describe('the list', () => {
  test('says of each message that no person has read it, by when one does, how grave it is and why', async () => {
    const { id } = await desk.received({ text: 'When is the walk-in clinic open on Saturday?' });
    const row = rowIn(await page('/inbox?view=due-next'), id);
    expect(row).toContain('No person has read this yet');
    expect(row).toContain('12:00 today');
    expect(row).toContain('Severity: ordinary');
    expect(row).toContain('Question about a service');
    expect(row).not.toMatch(/safe|harmless/i);
    await page(`/inbox/${id}`);
    expect(rowIn(await page('/inbox?view=due-next'), id)).not.toContain('No person has read this yet');
  });
  test('lets nothing that the public wrote out of its quotation', async () => {
    const { id } = await desk.received({
      text: 'hes not breathing <script>alert(1)</script> <mark>not breathing</mark>',
    });
    for (const body of [await page('/inbox?view=unread'), await page(`/inbox/${id}`)]) {
      expect(body).not.toContain('<script>alert');
      expect(body).not.toContain('<mark>not');
    }
  });
  test('of what a person sees in the list, opening the list alone is no reading', async () => {
    const { id } = await desk.received();
    await page('/inbox?view=due-next');
    expect((await desk.rowOf(id)).unread).toBe(true);
  });
});

describe('the page of a message', () => {
  test('gives each mark one key, and the way back', async () => {
    const rest = await desk.received();
    const paged = await desk.received({ text: grave });
    expect(await page(`/inbox/${rest.id}`)).toMatch(/data-key="m">It should have called somebody/);
    expect(await page(`/inbox/${paged.id}`)).toMatch(/data-key="n">It need not have called anybody/);
    await desk.act(markMissed, rest.id);
    const marked = await page(`/inbox/${rest.id}`);
    expect(marked).toMatch(/data-key="u">Take the mark back/);
    expect(marked).toContain('Somebody here says');
  });
  test('can be acted on right after it was opened for the first time: the form carries the version that reading left', async () => {
    const { id } = await desk.received();
    const body = await page(`/inbox/${id}`);
    const version = /name="_version" value="(\d+)"/.exec(body)?.[1];
    expect(Number(version)).toBe((await desk.rowOf(id)).version);
  });
  test('offers the door to which its label points, though no word of the entry was said', async () => {
    await perform(door.at.house, addSignpost, {
      actor: systemActor('setup'),
      input: {
        topic: 'Records and privacy',
        words: 'data protection',
        contact: 'Write to us',
        url: '',
        hours: '9 to 5',
        department: '',
      },
      door: 'cli',
    });
    const { id } = await desk.received({ text: 'Please send me everything you hold about me' });
    expect((await desk.rowOf(id)).labels.list[0]?.id).toBe('data_rights');
    expect(await page(`/inbox/${id}`)).toContain('It looks like “About their own data”');
  });
});

describe('how triage does', () => {
  test('is a form that works without JavaScript, with figures, a picture with its table, and what the estimate is', async () => {
    await desk.received({ text: grave });
    const body = await page('/inbox/triage?step=at20', joan);
    expect(body).toMatch(/<form class="sp-filter" action="\/inbox\/triage" method="get">/);
    expect(body).toMatch(/<option value="at20" selected="">2 surer<\/option>/);
    expect(body).toContain('As it was taught (in use)');
    for (const words of [
      'Calls a night',
      'Grave ones missed, by our estimate',
      'What the estimate is, and what it is not',
      'How often it was needless',
      'calls whoever is on call',
    ])
      expect(body).toContain(words);
    expect(body).toContain('/do/triage-setting.choose');
  });
  test('its form begins with what is in force', async () => {
    const body = await page('/do/triage-setting.choose', joan);
    expect(body).toMatch(/<input[^>]*checked=""[^>]*value="paging"|<input[^>]*value="paging"[^>]*checked=""/);
    expect(body).toMatch(/<option value="at0" selected="">/);
  });
  test('of a threshold that there is not shows the one in use', async () => {
    expect(await page('/inbox/triage?step=x&from=&to=', joan)).toContain('As it was taught, as now');
  });
  test('hands out the marked messages as a file of lines', async () => {
    const { id } = await desk.received({ text: 'Ring me on 07700 900123 about the clinic' });
    await desk.act(markMissed, id);
    const answer = await door.get('/inbox/triage/marks.jsonl', joan);
    expect(answer.statusCode).toBe(200);
    const lines = answer.body
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.at(-1)).toMatchObject({ mark: 'should have paged' });
    expect(answer.body).not.toContain('900123');
  });
  test('is closed to everybody else', async () => {
    for (const path of ['/inbox/triage', '/inbox/triage/marks.jsonl'])
      expect([path, (await door.get(path, olu)).statusCode]).toEqual([path, 404]);
    expect((await door.get('/inbox/triage', door.sit('Marc Director', 'director'))).statusCode).toBe(200);
  });
});
