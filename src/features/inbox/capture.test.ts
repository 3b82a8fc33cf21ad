import { describe, expect, test } from 'vitest';
import { person } from '#kernel/rights.ts';
import { testWeb } from '#entry/web/testing-web.ts';
import { peopleIn } from '#features/people/index.ts';
import { inboxDesk, refusedWith } from './builders.ts';
import { inbox } from './index.ts';
import { inboxPages } from './pages.tsx';
import { kinds } from './words.ts';
import { openDesk } from './testing-desk.ts';

const { at, desk, officer } = await openDesk('2026-11-24T15:30:00Z');

const policy = () => at.house.policies.get('icb002/1.0');

describe('what is taken in', () => {
  test('is of every kind that the policy names, by program and by hand, and of no other', async () => {
    const named = policy()
      .value('inbox.kinds')
      .kinds.map((one) => one.id);
    // What the public flags comes by its own form, and by no network.
    expect(named).toEqual(Object.keys(kinds).filter((kind) => kind !== 'flag'));
    for (const kind of named) {
      expect(await desk.rowOf((await desk.received({ kind })).id)).toMatchObject({ kind, state: 'waiting' });
      expect(await desk.rowOf((await desk.captured({ kind })).id)).toMatchObject({ kind, state: 'waiting' });
    }
    expect(await refusedWith(desk.received({ kind: 'poke' }))).toBe('input: kind');
    expect(await refusedWith(desk.captured({ kind: 'poke' }))).toBe('input: kind');
  });
  test('is called as the policy calls it, in the form and in the list, and what it does not name is not dropped', async () => {
    const there = await testWeb({
      rooms: [peopleIn('Europe/London'), inbox],
      policies: ['lmc-sm/2.1'],
      options: () => ({ pages: [inboxPages] }),
    });
    const clerk = there.sit('Cass Council', 'communications');
    const council = inboxDesk(there.at, () => person(clerk['cookie']?.replace('person=', '') ?? ''));
    const form = (await there.get('/do/enquiry.capture', clerk)).body;
    for (const name of ['Private message', 'Answer to us', 'Our name in a post'])
      expect(form).toContain(name);
    expect(form).not.toContain('Direct message');
    expect(await refusedWith(council.captured({ network: 'facebook', kind: 'tag' }))).toBe('input: kind');
    const { id } = await council.captured({ network: 'facebook', kind: 'mention' });
    await council.received({ network: 'facebook', kind: 'tag' });
    const list = (await there.get('/inbox', clerk)).body;
    expect(list).toMatch(/Our name in a post on Facebook/);
    expect(list).toMatch(/Tag on Facebook/);
    expect((await there.get(`/inbox/${id}`, clerk)).body).toContain('Our name in a post');
    await there.close();
  });
  test('posts that tag us stand in the list like comments, under their own name', async () => {
    const tag = await desk.received({ kind: 'tag', authorName: 'Tess Tagger' });
    const comment = await desk.received({ kind: 'comment' });
    const { rows } = await desk.asks('inbox.waiting', officer(), { view: 'due-next' });
    const kindOf = (id: string) => rows.find((row: { id: string }) => row.id === id)?.kind;
    expect([kindOf(tag.id), kindOf(comment.id)]).toEqual(['tag', 'comment']);
  });
});

describe('captured by hand', () => {
  test('a mention that misspelt our name is kept with that spelling, under the clause that asks for it', async () => {
    const { id } = await desk.captured({
      account: '@HarbrsideHealth',
      text: 'Hey @HarbrsideHealth, is the walk-in centre open?',
      permalink: 'https://example.org/post/1',
    });
    expect(await desk.rowOf(id)).toMatchObject({
      account: null,
      account_name: '@HarbrsideHealth',
      by_hand: true,
      kind: 'mention',
      permalink: 'https://example.org/post/1',
    });
    const line = await desk.lineOf(id, 'enquiry.capture');
    expect(line?.clause).toBe(policy().cite('inbox.capture-by-hand').clause);
  });
  test('can be from any network of the policy, by telephone, letter or e-mail, in person or elsewhere', async () => {
    const { networks } = policy().value('register.networks');
    for (const { id: network } of networks)
      expect(await desk.rowOf((await desk.captured({ network, kind: 'review' })).id)).toMatchObject({
        network,
        by_hand: true,
        visibility: 'public',
      });
    for (const network of ['telephone', 'letter', 'email', 'in-person', 'elsewhere']) {
      const { id } = await desk.captured({ network, kind: 'review', account: 'The switchboard' });
      expect(await desk.rowOf(id)).toMatchObject({ network, by_hand: true, visibility: 'private' });
      expect((await desk.rowOf(id)).aim_at.toString()).toBe('2026-11-25T09:30:00Z');
    }
    expect(await refusedWith(desk.captured({ network: 'myspace' }))).toBe('input: network');
  });
  test('counts from when they said it, with the same two clocks as what a program read', async () => {
    const said = { at: '2026-11-24T14:00:00Z' };
    const byHand = await desk.rowOf((await desk.captured(said)).id);
    const byProgram = await desk.rowOf((await desk.received(said)).id);
    expect(byHand.received_at.toString()).toBe('2026-11-24T14:00:00Z');
    expect(byHand.aim_at.toString()).toBe('2026-11-24T16:00:00Z');
    expect([byHand.aim_at, byHand.limit_at].map(String)).toEqual(
      [byProgram.aim_at, byProgram.limit_at].map(String),
    );
  });
  test('on a Saturday it is due by Monday’s close, also when it is entered on Monday', async () => {
    at.clock.set('2026-11-23T09:10:00Z');
    const row = await desk.rowOf((await desk.captured({ at: '2026-11-21T11:00:00Z' })).id);
    expect([row.limit_at.toString(), row.in_hours]).toEqual(['2026-11-23T17:00:00Z', false]);
  });
  test('at a moment that has not come, or years ago, it is asked again', async () => {
    expect(await refusedWith(desk.captured({ at: '2026-11-24T15:31:00Z' }))).toBe('input: at');
    expect(await refusedWith(desk.captured({ at: '2025-11-20T15:31:00Z' }))).toBe('input: at');
    for (const wild of ['0001-01-01T00:00:00Z', '+275760-09-13T00:00:00Z', 'yesterday', ''])
      expect(await refusedWith(desk.captured({ at: wild }))).toBe('input: at');
  });
  test('a private message is seen as private, all else as public', async () => {
    expect(await desk.rowOf((await desk.captured({ kind: 'direct-message' })).id)).toMatchObject({
      visibility: 'private',
    });
    expect(await desk.rowOf((await desk.captured({ kind: 'comment' })).id)).toMatchObject({
      visibility: 'public',
    });
  });
  test('a second message of the same person on the same network belongs to the first', async () => {
    const first = await desk.captured({ handle: 'Same Person' });
    const second = await desk.captured({ handle: 'same person' });
    expect(await desk.rowOf(second.id)).toMatchObject({ state: 'joined', follows: first.id });
  });
  test('is done by those who answer the public, and by nobody else', async () => {
    for (const role of ['communications', 'duty-manager', 'senior-manager'] as const)
      expect(await refusedWith(desk.captured({}, at.person('One', role)))).toBe('done');
    for (const role of ['staff', 'auditor', 'administrator', 'director'] as const)
      expect(await refusedWith(desk.captured({}, at.person('One', role)))).toBe('kernel.not-yours');
  });
});
