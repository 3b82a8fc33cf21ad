import { describe, expect, test } from 'vitest';
import { readerOf } from '#kernel/need.ts';
import { refusedWith } from './builders.ts';
import { change } from './commands/changed-outside.ts';
import { claim, release } from './commands/claim.ts';
import { lookAtPictures, markDetails } from './commands/details.ts';
import { note } from './commands/note.ts';
import { reveal } from './commands/reveal.ts';
import { joinable } from './needs.ts';
import { openDesk } from './testing-desk.ts';

const { at, desk, officer } = await openDesk();
const text = 'My name is Zephyrine Quillfeather, NHS number 999 000 0018. Ring 07700 900123.';
const masked = 'My name is [name], NHS number [NHS number]. Ring [phone number].';
const another = () => at.person('Tam Taylor', 'communications');

const shown = async (id: string, who = officer()): Promise<string> =>
  (await desk.asks('inbox.enquiry', who, { id })).thread[0].text;
const listed = async (id: string, who = officer()): Promise<string> => {
  const { rows } = await desk.asks('inbox.waiting', who, { view: 'due-next' });
  return rows.find((row: { id: string }) => row.id === id).words;
};

describe('a message with somebody’s details', () => {
  test('keeps their kinds and places, and never the details beside the words themselves', async () => {
    const { id } = await desk.received({ text });
    const { details } = await desk.rowOf(id);
    expect(details?.text.map(({ kind }) => kind)).toEqual(['person', 'nhs_number', 'phone']);
    expect(JSON.stringify(details)).not.toMatch(/999|07700|Zephyrine/);
  });
  test('is masked to all but whoever has claimed it', async () => {
    const { id } = await desk.received({ text });
    expect([await shown(id), await listed(id)]).toEqual([masked, masked]);
    await desk.act(claim, id);
    expect(await shown(id)).toBe(text);
    expect(await shown(id, another())).toBe(masked);
    expect(await listed(id)).toBe(masked);
    await desk.act(release, id);
    expect(await shown(id)).toBe(masked);
  });
  test('is masked again when the claim has run out', async () => {
    const { id } = await desk.received({ text });
    await desk.act(claim, id);
    at.clock.set('2026-11-24T10:14:59Z');
    expect(await shown(id)).toBe(text);
    at.clock.set('2026-11-24T10:15:00Z');
    expect(await shown(id)).toBe(masked);
  });
  test('is shown to who says why, for the policy’s minutes; who, when and why are kept, the details not', async () => {
    const { id } = await desk.received({ text });
    expect(await refusedWith(desk.act(reveal, id, { why: 'curious' }))).toBe('input: why');
    const { citation } = await desk.act(reveal, id, { why: 'pass-on' });
    expect(citation.clause).toBe('6.5.i');
    expect([await shown(id), await shown(id, another())]).toEqual([text, masked]);
    at.clock.set('2026-11-24T10:09:59Z');
    expect(await shown(id)).toBe(text);
    at.clock.set('2026-11-24T10:10:00Z');
    expect(await shown(id)).toBe(masked);
    const line = await desk.lineOf(id, 'enquiry.reveal');
    expect(line?.facts).toEqual({
      why: 'pass-on',
      until: '2026-11-24T10:10:00Z',
      kinds: 'nhs_number phone person',
    });
  });
  test('shown under a claim, it is masked as soon as the claim ends', async () => {
    const { id } = await desk.received({ text, pictures: [{ alt: '', url: 'https://pictures.example/1' }] });
    await desk.act(claim, id);
    await desk.act(lookAtPictures, id, { shows: 'person' });
    await desk.act(reveal, id, { why: 'answer' });
    const picture = async () =>
      (await desk.asks('inbox.enquiry', officer(), { id })).thread[0].pictures[0].url;
    expect(await picture()).toBe('https://pictures.example/1');
    await desk.act(release, id);
    expect([await picture(), await shown(id)]).toEqual([null, masked]);
  });
  test('a colleague has it: only information governance may look meanwhile', async () => {
    const { id } = await desk.received({ text });
    await desk.act(claim, id);
    expect(await refusedWith(desk.act(reveal, id, { why: 'answer' }, another()))).toBe('inbox.held');
    const lead = at.person('Ingrid Governs', 'information-governance');
    await desk.act(reveal, id, { why: 'decide' }, lead);
    expect(await shown(id, lead)).toBe(text);
  });
  test('changed by its author, it is looked at again, and what it said first stays masked', async () => {
    const { id } = await desk.received({ text });
    await desk.bySystem('collector', change, id, { text: 'Write to zephyrine@practice.example.com instead' });
    const [said] = (await desk.asks('inbox.enquiry', officer(), { id })).thread;
    expect([said.text, said.first]).toEqual(['Write to [e-mail address] instead', masked]);
  });
  test('a note that repeats a detail is masked like the message', async () => {
    const { id } = await desk.received({ text });
    await desk.act(note, id, { text: 'It is 9990000018, I rang 07700900123.' });
    const { thread } = await desk.asks('inbox.enquiry', another(), { id });
    expect(thread[1].text).toBe('It is [NHS number], I rang [phone number].');
  });
  test('captured by hand it is masked too', async () => {
    const { id } = await desk.captured({ text });
    expect(await shown(id, another())).toBe(masked);
  });
  test('what nobody noticed, a person marks: then all of it is masked', async () => {
    const { id } = await desk.received({ text: 'I am the only one-legged beekeeper in Amberley' });
    await desk.act(markDetails, id, { kind: 'person' });
    expect([await shown(id), await listed(id)]).toEqual(['[name]', '[name]']);
  });
  test('in the choices of a form it is masked: which other message is it about?', async () => {
    const author = { authorHandle: 'same', authorId: 'same' };
    const { id } = await desk.received({ text, ...author, remote: 'join-1', root: 'a' });
    const { id: other } = await desk.received({ text: 'And?', ...author, remote: 'join-2', root: 'b' });
    const row = { ...(await desk.rowOf(other)) };
    const asked = { row, standing: { actor: officer(), name: '', grants: [] }, now: at.clock.now() };
    const policy = at.house.policies.get('icb002/1.0');
    const { list } = await joinable.load(readerOf(at.house.store.read()), { ...asked, policy });
    const name = list.find((one) => one.id === id)?.name ?? '';
    expect(name).toContain('[name]');
    expect(name).not.toMatch(/Zephyrine|999/);
  });
});

describe('pictures', () => {
  const pictures = [{ alt: 'My arm, NHS number 999 000 0018', url: 'https://pictures.example/1' }];
  const pictureOf = async (id: string, who = officer()) =>
    (await desk.asks('inbox.enquiry', who, { id })).thread[0].pictures[0];

  test('nobody is recognised: whoever has it looks, and says whether it shows a person or a document', async () => {
    const { id } = await desk.received({ text: 'Look', pictures });
    expect(await pictureOf(id)).toEqual({
      alt: 'My arm, NHS number [NHS number]',
      url: null,
      hidden: 'unasked',
    });
    await desk.act(claim, id);
    expect((await pictureOf(id)).url).toBe('https://pictures.example/1');
    await desk.act(lookAtPictures, id, { shows: 'neither' });
    expect((await pictureOf(id, another())).url).toBe('https://pictures.example/1');
  });
  test('of a person it is seen by nobody, not even with a claim, before somebody said why', async () => {
    const { id } = await desk.received({ text: 'Look', pictures });
    await desk.act(claim, id);
    await desk.act(lookAtPictures, id, { shows: 'document' });
    expect(await pictureOf(id)).toMatchObject({ url: null, hidden: 'document' });
    await desk.act(reveal, id, { why: 'answer' });
    expect((await pictureOf(id)).url).toBe('https://pictures.example/1');
    expect((await pictureOf(id, another())).url).toBeNull();
  });
  test('a message without pictures asks nothing', async () => {
    const { id } = await desk.received();
    expect(await refusedWith(desk.act(lookAtPictures, id, { shows: 'person' }))).toBe('inbox.no-pictures');
    expect(await refusedWith(desk.act(reveal, id, { why: 'answer' }))).toBe('inbox.nothing-masked');
  });
});
