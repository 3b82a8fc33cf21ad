import { describe, expect, test } from 'vitest';
import { conversationOf, placeOf, type EarlierMessage, type Spoken } from './conversation.ts';

const spoken: Spoken = {
  network: 'bluesky',
  account: 'a1',
  visibility: 'public',
  remote: 'post-2',
  remoteRoot: 'post-1',
  author: 'did:example:ann',
};
const earlier = (id: string, state: EarlierMessage['state']): EarlierMessage => ({
  id,
  state,
  aim_at: Temporal.Instant.from('2026-11-18T12:00:00Z'),
  limit_at: Temporal.Instant.from('2026-11-18T12:00:00Z'),
  in_hours: true,
});

describe('which conversation a message belongs to', () => {
  test('one person in one public thread', () => {
    expect(conversationOf(spoken)).toBe(conversationOf({ ...spoken, remote: 'post-3' }));
    expect(conversationOf(spoken)).not.toBe(conversationOf({ ...spoken, remoteRoot: 'post-9' }));
    expect(conversationOf(spoken)).not.toBe(conversationOf({ ...spoken, author: 'did:example:bob' }));
    expect(conversationOf(spoken)).not.toBe(conversationOf({ ...spoken, account: 'a2' }));
  });
  test('one person in private, whatever the thread', () => {
    const one = { ...spoken, visibility: 'private' as const };
    expect(conversationOf(one)).toBe(conversationOf({ ...one, remote: 'x', remoteRoot: null }));
    expect(conversationOf(one)).not.toBe(conversationOf(spoken));
  });
  test('a public message without a thread begins one', () => {
    expect(conversationOf({ ...spoken, remote: 'post-1', remoteRoot: null })).toBe(conversationOf(spoken));
  });
});

describe('where a new message belongs', () => {
  test('T4: before any reply it joins the first, whose clock runs on', () => {
    const place = placeOf([earlier('first', 'waiting'), earlier('second', 'waiting')], false);
    expect(place).toMatchObject({ place: 'joins', leader: { id: 'first' } });
  });
  test('T4: while a reply is on its way it stands alone, with the first one’s clock, so that nobody overlooks it', () => {
    expect(placeOf([earlier('first', 'being-answered')], false)).toMatchObject({
      place: 'keeps-clock',
      of: { id: 'first' },
    });
  });
  test('T5: after a reply it starts a new clock', () => {
    expect(placeOf([], false)).toEqual({ place: 'starts', answers: [] });
  });
  test('an answer to our question starts a clock and ends the waiting', () => {
    expect(placeOf([earlier('asked', 'waiting-on-them')], false)).toMatchObject({
      place: 'starts',
      answers: [{ id: 'asked' }],
    });
  });
  test('what a person set apart starts its own', () => {
    expect(placeOf([earlier('first', 'waiting')], true)).toEqual({ place: 'starts', answers: [] });
  });
});
