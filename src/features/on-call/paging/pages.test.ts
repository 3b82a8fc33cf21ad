import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testWeb, type TestWeb } from '#entry/web/testing-web.ts';
import { inboxDesk, type InboxDesk } from '#features/inbox/builders.ts';
import { given, somebody } from '#features/people/builders.ts';
import { inbox } from '#features/inbox/index.ts';
import { peopleIn } from '#features/people/index.ts';
import { perform } from '#kernel/perform.ts';
import { systemActor, type Actor } from '#kernel/rights.ts';
import { planShift } from '../commands/plan-shift.ts';
import { openPage } from '../commands/open-page.ts';
import { onCallIn } from '../index.ts';
import { onCallPages, pagesToday } from '../pages.tsx';

let door: TestWeb;
let desk: InboxDesk;
let duty: Actor & { kind: 'person' };
const as = ({ id }: { id: string }) => ({ cookie: `person=${id}` });
const words = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

beforeAll(async () => {
  door = await testWeb({
    rooms: [peopleIn('Europe/London'), inbox, onCallIn('Europe/London')],
    options: () => ({ pages: [onCallPages], today: [pagesToday] }),
  });
  duty = door.at.person('Dana Duty', 'duty-manager');
  desk = inboxDesk(door.at, () => duty);
});
beforeEach(() => door.at.clock.set('2026-11-28T23:00:00Z'));
afterAll(() => door.close());

async function rings(lead = 'suicide_imminent') {
  const { id: enquiry } = await desk.received({ text: 'Goodbye <b>all</b>', authorName: 'Someone Sad' });
  const input = { enquiry, severity: 1, lead, network: 'x', receivedAt: door.at.clock.now().toString() };
  const { id } = await perform(door.at.house, openPage, {
    actor: systemActor('reaction'),
    input,
    door: 'worker',
  });
  return { id, enquiry, path: `/duty/pages/${id}` };
}
const open = async (path: string, who: { id: string } = duty) => door.get(path, as(who));

describe('where nobody could be reached', () => {
  test('it is said in red on the page of duty and on the page of today', async () => {
    // Nobody stands in this rota and nobody holds a role in the tables, so nobody could be woken.
    await rings('patient_safety');
    for (const path of ['/', '/duty']) {
      const text = words((await open(path)).body);
      expect(text).toContain('A patient may come to harm');
      expect(text).toContain('Nobody could be reached');
    }
  });
});

describe('the page for a phone at night', () => {
  beforeAll(async () => {
    const acting = { house: door.at.house, director: door.at.person('Root', 'director') };
    await given(acting, await somebody(acting, { name: 'Dee Director' }), 'director');
    const person = await somebody(acting, { name: 'Ann Call' });
    await given(acting, person, 'duty-manager');
    const input = { person, from: '2026-11-28T17:00:00Z', to: '2026-11-29T09:00:00Z', anyway: false };
    await perform(door.at.house, planShift, {
      actor: door.at.person('Sam Senior', 'senior-manager'),
      input,
      door: 'api',
    });
  });
  test('has what came in, 999 and 111 first, the label, lines to take and five ways to decide', async () => {
    const { path, enquiry, id } = await rings();
    const { body } = await open(path);
    const text = words(body);
    expect(text).toContain('Goodbye &lt;b&gt;all&lt;/b&gt;');
    expect(text.indexOf('call 999')).toBeLessThan(text.indexOf('What came in'));
    expect(text.indexOf('111')).toBeLessThan(text.indexOf('Lines to take'));
    for (const one of ['I have it', 'Reply', 'Hide', 'Escalate', 'Call', 'Wait until 09:00'])
      expect(text).toContain(one);
    expect(body).toContain(`/do/enquiry.reply/${enquiry}?_back=`);
    expect(body).toContain(`/do/page.wait/${id}?_back=`);
    expect(text).toContain('6.4.h');
    expect(text).toContain('6.4.k');
  });
  test('two presses lead from the link to a decision: the page, and the form that decides', async () => {
    const { path, id } = await rings();
    const { body } = await open(path);
    const form = await open(
      /href="(\/do\/page\.wait\/[^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? '',
    );
    expect(form.statusCode).toBe(200);
    expect(words(form.body)).toContain('Goodbye');
    expect(form.body).toContain(`action="/do/page.wait/${id}"`);
  });
  test('shows the words of the public to nobody who may not read the inbox', async () => {
    const { path } = await rings();
    const auditor = door.at.person('Olive Auditor', 'auditor');
    const { body, statusCode } = await open(path, auditor);
    expect(statusCode).toBe(200);
    expect(words(body)).toContain('take their own life');
    expect(body).not.toMatch(/Goodbye|Someone Sad/);
  });
  test('is not there for those who answer nobody', async () => {
    const { path } = await rings();
    expect((await open(path, door.at.person('Nat Nurse'))).statusCode).toBe(404);
    expect((await open('/duty/pages/not-an-id')).statusCode).toBe(404);
  });
});

describe('the red button', () => {
  test('says whom to call before it asks anything, to everybody who works here', async () => {
    const nurse = door.at.person('Ned Nurse');
    const { body, statusCode } = await open('/danger', nurse);
    expect(statusCode).toBe(200);
    const text = words(body);
    expect(body).toContain('href="tel:999"');
    expect(text.indexOf('call 999')).toBeLessThan(text.indexOf('Whom did you call?'));
    expect(text.indexOf('control room and say where')).toBeLessThan(text.indexOf('Whom did you call?'));
    expect(text).toContain('6.3.g');
  });
});

describe('the report', () => {
  test('opens for the last night and for any, and says so where the address asks for no day', async () => {
    await rings();
    expect(words((await open('/duty/report')).body)).toContain('To finish:');
    expect((await open('/duty/report?night=2026-11-28')).statusCode).toBe(200);
    const wrong = await open('/duty/report?night=yesterday');
    expect(wrong.statusCode).toBe(400);
    expect(words(wrong.body)).toContain('Give a real date');
  });
});
