import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hiddenOf, testWeb, type TestWeb } from '#entry/web/testing-web.ts';
import { given, somebody } from '#features/people/builders.ts';
import { inbox } from '#features/inbox/index.ts';
import { peopleIn } from '#features/people/index.ts';
import { perform } from '#kernel/perform.ts';
import { systemActor, type Actor } from '#kernel/rights.ts';
import { callForNote } from './commands/handover-note.ts';
import { planShift } from './commands/plan-shift.ts';
import { callForTest, markTestUndelivered } from './commands/test-page.ts';
import { onCallIn } from './index.ts';
import { onCallPages, onCallStatus, onCallToday } from './pages.tsx';
import { local } from './testing-rota.ts';

const zone = 'Europe/London';
let door: TestWeb;
let planner: Actor & { kind: 'person' };
let ann: string;
let ben: string;
const as = (id: string) => ({ cookie: `person=${id}` });
const words = (html: string): string =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll('&#x27;', "'");
const seen = async (path: string, id: string) => words((await door.get(path, as(id))).body);

beforeAll(async () => {
  door = await testWeb({
    rooms: [peopleIn(zone), inbox, onCallIn(zone)],
    options: () => ({ pages: [onCallPages], status: onCallStatus, today: [onCallToday] }),
  });
  const acting = { house: door.at.house, director: door.at.person('Dee Director', 'director') };
  planner = door.at.person('Sam Senior', 'senior-manager');
  const onRota = async (name: string) => {
    const id = await somebody(acting, { name });
    await given(acting, id, 'duty-manager');
    // The same person at the doors as in the table.
    door.at.grants({ kind: 'person', id }, 'duty-manager');
    return id;
  };
  [ann, ben] = [await onRota('Ann Early'), await onRota('Ben Night')];
  door.at.clock.set(local('2026-11-23T10:00'));
  for (const [person, from, to] of [
    [ann, '2026-11-23T17:00', '2026-11-24T09:00'],
    [ben, '2026-11-25T17:00', '2026-11-26T09:00'],
  ] as const)
    await perform(door.at.house, planShift, {
      actor: planner,
      input: { person, from: local(from), to: local(to), anyway: false },
      door: 'api',
    });
});
afterAll(() => door.close());

describe('the page of duty', () => {
  test('opens for those of the rota, and for nobody else', async () => {
    for (const role of [
      'duty-manager',
      'senior-manager',
      'director',
      'communications',
      'executive',
      'auditor',
    ] as const)
      expect((await door.get('/duty', door.sit('Anybody', role))).statusCode).toBe(200);
    for (const role of ['staff', 'line-manager', 'administrator'] as const)
      expect((await door.get('/duty', door.sit('Anybody', role))).statusCode).toBe(404);
  });

  test('tells who is on call tonight, and each hole in words', async () => {
    const page = await seen('/duty', planner.id);
    expect(page).toMatch(/Tonight Duty manager Ann Early , until Tue 24 Nov 2026 09:00/);
    expect(page).toMatch(/2 holes in the next 28 days/);
    expect(page).toMatch(/Tue 24 Nov 2026 17:00 to Wed 25 Nov 2026 09:00/);
    expect(page).toMatch(/Tue 24 Nov 2026 On call Nobody/);
    expect(page).toMatch(/Wed 25 Nov 2026 On call Ben Night/);
  });

  test('shows a month with links in place of colours, and another month on asking', async () => {
    const { body } = await door.get('/duty/month?month=2026-11', as(planner.id));
    expect(words(body)).toMatch(/Mon 23 today Ann Early.*Tue 24 Nobody.*Wed 25 Ben Night/);
    expect(body).toContain('href="/duty/month?month=2026-12"');
    expect(await seen('/duty/month?month=2026-12', planner.id)).toMatch(/Fri 25 Christmas Day/);
    expect((await door.get('/duty/month?month=nonsense', as(planner.id))).statusCode).toBe(200);
  });

  test('counts what each carried, and says what is wrong with days that cannot be read', async () => {
    expect(await seen('/duty/fairness', planner.id)).toMatch(/Ann Early Nights 1/);
    const wrong = await door.get('/duty/fairness?from=2026-12-02&to=2026-12-01', as(planner.id));
    expect([wrong.statusCode, words(wrong.body).includes('It must not be before the first day')]).toEqual([
      400,
      true,
    ]);
  });

  test('begins a new shift with the first night that nobody has', async () => {
    const { body } = await door.get('/do/shift.plan', as(planner.id));
    expect(body).toMatch(/name="from-day"[^>]*value="24"/);
    expect(body).toMatch(/name="from-time"[^>]*value="17:00"/);
  });
});

describe('what being on call asks of somebody stands on their page of today', () => {
  test('holes for those who plan, and nothing for those who do not', async () => {
    expect(await seen('/', planner.id)).toMatch(
      /Nobody is on call from Tue 24 Nov 2026 17:00 \. 2 holes in the next 14 days/,
    );
    expect(await seen('/', ann)).toContain('Nothing needs you now');
  });

  test('a note that is owed for whoever owes it, then for whoever follows to read', async () => {
    door.at.clock.set(local('2026-11-24T09:30'));
    await perform(door.at.house, callForNote, { actor: systemActor('timer'), input: {}, door: 'worker' });
    expect(await seen('/', ann)).toMatch(/A handover note is missing\. Write your handover note/);
    // Whoever has the next night is told to ask for it.
    expect(await seen('/', ben)).not.toMatch(/handover note/);
    door.at.clock.set(local('2026-11-25T10:00'));
    expect(await seen('/', ben)).toMatch(/Ann Early owes a handover note: ask for it/);
    const path = /href="(\/duty\/notes\/[^"]+)"/.exec((await door.get('/', as(ann))).body)?.[1] ?? '';
    const form =
      /href="(\/do\/handover-note\.write\/[^"?]+)/.exec((await door.get(path, as(ann))).body)?.[1] ?? '';
    const { body } = await door.get(form, as(ann));
    const sent = await door.post(form, as(ann), { ...hiddenOf(body), text: 'All quiet. Nothing is open.' });
    expect(sent.statusCode).toBe(303);
    expect(await seen('/', ann)).toContain('Nothing needs you now');
    expect(await seen('/', ben)).toContain('Read the handover note of Ann Early');
    expect(await seen(path, ben)).toMatch(/All quiet\. Nothing is open\..*I have read it/);
  });

  test('a test page that failed for those who plan', async () => {
    door.at.clock.set(local('2026-11-25T18:00'));
    const { id } = await perform(door.at.house, callForTest, {
      actor: systemActor('timer'),
      input: {},
      door: 'worker',
    });
    await perform(door.at.house, markTestUndelivered, {
      actor: systemActor('sender'),
      id,
      input: {},
      door: 'worker',
    });
    expect(await seen('/', planner.id)).toMatch(/A test page failed\. 1 test page to see to/);
    expect(await seen('/duty', planner.id)).toMatch(/Failed It did not arrive/);
  });
});

describe('the strip under the header', () => {
  test('names the duty manager out of hours, and only then', async () => {
    door.at.clock.set(local('2026-11-25T16:59'));
    expect(await seen('/duty', planner.id)).not.toContain('Duty manager tonight');
    door.at.clock.set(local('2026-11-25T17:00'));
    expect(await seen('/duty', planner.id)).toContain('Out of hours. Duty manager tonight: Ben Night');
    door.at.clock.set(local('2026-11-26T17:00'));
    expect(await seen('/duty', planner.id)).toContain('Out of hours, and nobody is on call');
  });

  test('names nobody to those who may not see the rota', async () => {
    const page = words((await door.get('/', door.sit('Nora Nurse', 'staff'))).body);
    expect(page).not.toMatch(/Out of hours/);
  });
});
