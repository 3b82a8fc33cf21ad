import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { newId } from '#kernel/ids.ts';
import { notifyTwin, practiceTemplates, type NotifyTwin } from '#twins/notify/notify.ts';
import { practiceKey } from '#twins/notify/signature.ts';
import { openOutbound } from '../outbound.ts';
import { openPagers, type PagerChannel, type PagerSettings } from './index.ts';
import { fates, notifyPaths } from './notify-facts.ts';

const now = Temporal.Instant.from('2026-11-28T23:00:00Z');
const open: NotifyTwin[] = [];
afterEach(async () => {
  for (const twin of open.splice(0)) await twin.server.close();
});

async function notify(more: { key?: string; patience?: number } = {}) {
  const twin = notifyTwin(() => now);
  open.push(twin);
  const address = await twin.server.listen({ host: '127.0.0.1', port: 0 });
  const fetch = openOutbound({
    allowed: [address],
    deadline: Temporal.Duration.from({ milliseconds: more.patience ?? 5000 }),
  });
  const settings: PagerSettings = {
    notify: {
      key: more.key ?? practiceKey,
      address,
      textTemplate: practiceTemplates.text,
      emailTemplate: practiceTemplates.email,
    },
    teams: `${address}/team`,
  };
  const pagers = openPagers(fetch, settings);
  const pager = (channel: PagerChannel) => pagers.get(channel)!;
  return { twin, pager };
}
const wakeup = (over: object = {}) => ({
  reference: newId(),
  to: '07700 900123',
  subject: 'Somebody may be in danger',
  words: 'Somebody may be in danger. Bluesky, 23:00.',
  link: 'https://signpost.example/duty/pages/1',
  ...over,
});
const kindOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'taken',
    (error: unknown) => Reflect.get(Object(error), 'kind') ?? String(error),
  );

describe('a text through Notify', () => {
  test('is taken, is found by our reference, and is delivered when Notify says so', async () => {
    const { twin, pager } = await notify();
    const said = wakeup();
    const { remote } = await pager('text').send(said, now);
    expect(twin.arrived).toMatchObject([
      { channel: 'text', to: said.to, words: said.words, link: said.link },
    ]);
    expect(await pager('text').find!(said.reference, now)).toEqual({ remote });
    expect(await pager('text').find!(newId(), now)).toBeUndefined();
    expect(await pager('text').fate!(remote, now)).toBe('delivered');
  });
  test('that Notify takes and loses stays on its way', async () => {
    const { twin, pager } = await notify();
    twin.troubles.push('loses');
    const { remote } = await pager('text').send(wakeup(), now);
    expect(await pager('text').fate!(remote, now)).toBe('on-its-way');
  });
  test.each([
    ['429', { status: 429, headers: { 'retry-after': '60' } }, 'busy'],
    ['500, of which nobody can say whether it was taken', { status: 500 }, 'unknown'],
    ['400', { status: 400 }, 'refused'],
  ])('that is answered with %s is that fault', async (_, trouble, kind) => {
    const { twin, pager } = await notify();
    twin.troubles.push(trouble);
    expect(await kindOf(pager('text').send(wakeup(), now))).toBe(kind);
  });
  test('that is answered with 500 although it was taken is found again by its reference', async () => {
    const { twin, pager } = await notify();
    twin.troubles.push({ status: 500, takes: true });
    const said = wakeup();
    expect(await kindOf(pager('text').send(said, now))).toBe('unknown');
    expect(await pager('text').find!(said.reference, now)).toEqual({ remote: twin.arrived[0]!.id });
  });
  test('that is not answered in time is unknown', async () => {
    const { twin, pager } = await notify({ patience: 200 });
    twin.troubles.push('silent');
    expect(await kindOf(pager('text').send(wakeup(), now))).toBe('unknown');
  });
  test('signed with another secret is a matter of keys', async () => {
    const { twin, pager } = await notify({ key: `${practiceKey.slice(0, -4)}0000` });
    expect(await kindOf(pager('text').send(wakeup(), now))).toBe('keys');
    expect(twin.arrived).toEqual([]);
  });
  test('to what is no number is refused, and the fault does not repeat the number', async () => {
    const { pager } = await notify();
    const error: unknown = await pager('text')
      .send(wakeup({ to: 'not-a-number' }), now)
      .catch((fault: unknown) => fault);
    expect(error).toMatchObject({ kind: 'refused', field: 'to' });
    expect(JSON.stringify(error) + String(error)).not.toContain('not-a-number');
  });
});

test('an e-mail through Notify has its subject', async () => {
  const { twin, pager } = await notify();
  await pager('email').send(wakeup({ to: 'duty@board.example' }), now);
  expect(twin.arrived).toMatchObject([
    { channel: 'email', to: 'duty@board.example', subject: wakeup().subject },
  ]);
});

describe('a card in the team’s room', () => {
  test('is an adaptive card with one link', async () => {
    const { twin, pager } = await notify();
    await pager('team').send(wakeup(), now);
    expect(twin.arrived).toMatchObject([{ channel: 'team', words: wakeup().words, link: wakeup().link }]);
  });
  test('whose address no longer works is a matter of keys, and the fault does not repeat the address', async () => {
    const { twin, pager } = await notify();
    twin.troubles.push({ status: 404 });
    const error: unknown = await pager('team')
      .send(wakeup(), now)
      .catch((fault: unknown) => fault);
    expect(error).toMatchObject({ kind: 'keys' });
    expect(String(error)).not.toContain('/team');
  });
});

/** Compared with Notify's own description where that is at hand: `SPEC_DIR` says where. */
// oxlint-disable-next-line node/no-process-env -- a test is told where a description lies
const folder = join(process.env['SPEC_DIR'] ?? '/nowhere', 'govuk-notify');
test.runIf(existsSync(folder))('what we use of Notify stands in its own description', () => {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const { paths } = z.object({ paths: z.record(z.string(), z.unknown()) }).parse(read('publicapi_spec.json'));
  expect(Object.keys(paths)).toEqual(expect.arrayContaining(Object.values(notifyPaths)));
  const shape = z.object({ properties: z.record(z.string(), z.unknown()), required: z.array(z.string()) });
  const { components } = z
    .object({ components: z.object({ schemas: z.record(z.string(), z.unknown()) }) })
    .parse(read('schema.json'));
  const text = shape.parse(components.schemas['SendTextMessageRequest']);
  expect(text.required).toEqual(['phone_number', 'template_id']);
  expect(text.properties).toMatchObject({
    phone_number: { minLength: 7, maxLength: 15 },
    personalisation: {},
    reference: {},
  });
  const email = shape.parse(components.schemas['SendEmailRequest']);
  expect(email.required).toEqual(['email_address', 'template_id']);
  const known = JSON.stringify(components.schemas['GetOneMessageResponse']);
  for (const status of Object.keys(fates)) expect(known).toContain(`"${status}"`);
});
