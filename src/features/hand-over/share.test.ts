import { beforeAll, describe, expect, test } from 'vitest';
import { refusedWith } from '#features/inbox/builders.ts';
import { newId } from '#kernel/ids.ts';
import { perform } from '#kernel/perform.ts';
import { expire } from './commands/by-timer.ts';
import { lookAtCopy } from './commands/by-us.ts';
import { confirmPartner } from './commands/partners.ts';
import { addPartner, prepareShare, receive, sendShare } from './index.ts';
import { openDesk } from './testing-desk.ts';

const desk = await openDesk();
const { at } = desk;
let partner: string;
const everything = ['words', 'link', 'network', 'when', 'author', 'note'];
const added = async (over: object = {}) =>
  (
    await perform(at.house, addPartner, {
      actor: desk.officer(),
      input: {
        name: `Police ${newId()}`,
        kind: 'external',
        contact: 'Call 01632 960 200',
        lettersTo: 'desk@police.example, duty@police.example',
        mayReceive: everything,
        ...over,
      },
      door: 'web',
    })
  ).id;
beforeAll(async () => {
  at.clock.set('2026-11-24T10:00:00Z');
  partner = await added();
});

const text = 'I will wait for Sister Jane Brown at the gate, ring me on 07700 900123';
async function prepared(over: object = {}) {
  const { id: enquiry } = await desk.desk.received({
    text,
    authorHandle: 'angry.jo',
    authorName: 'Jo Angry',
    permalink: 'https://network.example/angry.jo/posts/1',
  });
  const { id } = await perform(at.house, prepareShare, {
    actor: desk.officer(),
    input: {
      enquiry,
      partner,
      fields: ['words', 'link', 'when'],
      reason: 'A threat to a member of staff',
      basis: 'crime',
      details: false,
      ...over,
    },
    door: 'web',
  });
  return { id, enquiry };
}
const copyOf = async (id: string) => desk.opened((await desk.rowOf(id)).content);
const does = (command: Parameters<typeof perform>[1], id: string, version?: number) =>
  refusedWith(perform(at.house, command, { actor: desk.officer(), id, input: {}, version, door: 'web' }));

describe('a copy for a partner', () => {
  test('holds what was chosen and nothing else, with the details of people masked', async () => {
    const { id } = await prepared();
    const copy = await copyOf(id);
    expect(copy).toContain('I will wait for');
    expect(copy).toContain('[phone number]');
    expect(copy).not.toMatch(/900123|angry\.jo|Jo Angry|Jane Brown/);
    expect(copy).not.toContain('network"');
    expect(JSON.parse(copy).parts.map((one: { heading: string }) => one.heading)).toEqual([
      'What was said',
      'Where it stands',
      'When it was said',
    ]);
  });

  test('holds details only where they are ticked and somebody says why', async () => {
    expect(await refusedWith(prepared({ details: true }))).toBe('input: detailsWhy');
    expect(await refusedWith(prepared({ fields: ['author'] }))).toBe('input: details');
    const { id } = await prepared({
      fields: ['words', 'author'],
      details: true,
      detailsWhy: 'They must find them',
    });
    expect(await copyOf(id)).toMatch(/900123[^]*Jo Angry \(angry\.jo\)/);
    expect((await desk.rowOf(id)).reason).toContain('They must find them');
  });

  test('may hold only what this partner may be sent', async () => {
    const small = await added({ mayReceive: ['network', 'when'] });
    expect(await refusedWith(prepared({ partner: small }))).toBe('input: fields');
    expect(await refusedWith(prepared({ partner: small, fields: [] }))).toBe('input: fields');
    expect(await refusedWith(prepared({ partner: small, fields: ['when'] }))).toBe('done');
  });

  test('keeps its reason and its lawful basis, which are the policy’s to offer', async () => {
    expect(await refusedWith(prepared({ basis: 'because-we-can' }))).toBe('input: basis');
    expect(await refusedWith(prepared({ reason: ' ' }))).toBe('input: reason');
    const { id } = await prepared();
    expect(await desk.rowOf(id)).toMatchObject({ basis: 'crime', reason: 'A threat to a member of staff' });
    const line = (await at.house.store.trail.find({ row: id }))[0]?.entry;
    expect(line?.facts).toMatchObject({ basis: 'crime', fields: 'words link when', details: false });
    expect(line?.clause).toBe(at.house.policies.get('icb002/1.0').cite('handover.partners').clause);
  });

  test('goes nowhere before somebody has looked at it exactly as it will be read', async () => {
    const { id } = await prepared();
    expect(await desk.lettersAsked(id)).toEqual([]);
    expect(await does(sendShare, id, 1)).toBe('hand-over.look-first');
    expect(await does(lookAtCopy, id)).toBe('done');
    const seen = await copyOf(id);
    expect(await does(sendShare, id, 2)).toBe('done');
    expect(await copyOf(id)).toBe(seen);
    expect(await desk.lettersAsked(id)).toEqual(['new']);
    expect(await desk.rowOf(id)).toMatchObject({
      state: 'open',
      addresses: { list: ['desk@police.example', 'duty@police.example'] },
    });
  });

  test('stays here, sealed, when the partner has it, and the next address is asked when nobody says so', async () => {
    const { id } = await prepared();
    await does(lookAtCopy, id);
    await does(sendShare, id, 2);
    await desk.timersAt('2026-11-24T14:00:00Z');
    expect((await desk.rowOf(id)).asked).toBe(1);
    await desk.byReceiver(receive, id);
    const row = await desk.rowOf(id);
    expect(row.state).toBe('taken');
    expect(String(row.content)).toMatch(/^v1\./);
    expect(await refusedWith(desk.byReceiver(expire, id))).toBe('kernel.not-now');
  });

  test('that nobody ever opened is wiped after the policy’s days', async () => {
    const { id } = await prepared();
    await does(lookAtCopy, id);
    await does(sendShare, id, 2);
    await desk.timersAt('2026-12-22T09:59:59Z');
    expect((await desk.rowOf(id)).state).toBe('open');
    await desk.timersAt('2026-12-22T10:00:00Z');
    expect(await desk.rowOf(id)).toMatchObject({ state: 'expired', content: null });
  });
});

describe('the list of partners', () => {
  test('is checked: an old entry is refused until somebody has looked at it', async () => {
    const old = await added();
    at.clock.set('2027-05-24T10:00:00Z');
    expect(await refusedWith(prepared({ partner: old }))).toBe('hand-over.stale-partner');
    expect(await does(confirmPartner, old)).toBe('done');
    expect(await refusedWith(prepared({ partner: old }))).toBe('done');
  });

  test('takes no address that is none', async () => {
    expect(await refusedWith(added({ lettersTo: 'the front desk' }))).toBe('input: lettersTo');
    expect(await refusedWith(added({ mayReceive: [] }))).toBe('input: mayReceive');
  });
});
