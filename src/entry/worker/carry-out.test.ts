import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { approve, begin, block, hide } from '#features/conduct/index.ts';
import { report, restrict, warn } from '#features/conduct/commands/take.ts';
import { confirm, retry } from '#features/conduct/commands/by-person.ts';
import { lift } from '#features/conduct/commands/decide.ts';
import { drop } from '#features/inbox/commands/reply-by-person.ts';
import { needed, outgoing, unlikely } from '#networks/contract/world.ts';
import { absent, present, type Network, type Report } from '#networks/network.ts';
import { type Hold } from '#networks/moderate.ts';
import { carryOutMeasure } from './carry-out.ts';
import { sendReply } from './send-replies.ts';
import { presentSecond, testWorker, type TestWorker } from './testing-worker.ts';

let worker: TestWorker;
beforeAll(async () => {
  worker = await testWorker();
});
afterAll(() => worker.close());
beforeEach(() => {
  worker.line.clear();
  worker.at.clock.set(presentSecond());
});

const explained = { beyond: 'It calls a colleague names', skipped: 'hate' };
/** A comment of the public under a post of ours, taken in. */
async function commented(text = unlikely('You are all useless cows')) {
  const post = await needed(worker.world.network.publish).post(
    worker.world.call(),
    outgoing(unlikely('News')),
  );
  if (post.state !== 'published') throw new Error('Nothing was posted');
  const remote = await worker.world.writes(text, post.id);
  const author = worker.world.writer;
  const { id } = await worker.desk.received({ remote, text, authorId: author, authorHandle: author });
  return { id, remote };
}
async function hiding() {
  const message = await commented();
  const { id: measure } = await worker.conduct.takes(hide, message.id, explained);
  return { ...message, measure };
}
const carry = (measure: string, reach = worker.reach()) =>
  carryOutMeasure(worker.at.house, reach, worker.log, measure);
const stateOf = async (measure: string) => (await worker.conduct.rowOf(measure)).state;
const isHidden = (remote: string) => worker.world.hidden?.(remote);
const later = (seconds: number) => worker.at.clock.set(worker.at.clock.now().add({ seconds }));
/** Counts what is really asked of the network. */
function counting(calls: string[]) {
  return (network: Network): Network => {
    const { moderate, report: reporting } = network;
    if (!moderate.present || !moderate.hide.present || !reporting.present) return network;
    const { hide: own } = moderate;
    return {
      ...network,
      moderate: {
        ...moderate,
        hide: present<Hold>({
          begin: (call, of) => (calls.push('begin'), own.begin(call, of)),
          end: (call, of) => (calls.push('end'), own.end(call, of)),
          holds: (call, of) => (calls.push('holds'), own.holds(call, of)),
        }),
      },
      report: present<Report>({
        account: (call, of, why, words) => (calls.push('report'), reporting.account(call, of, why, words)),
        post: (call, of, why, words) => (calls.push('report'), reporting.post(call, of, why, words)),
      }),
    };
  };
}

describe('a measure on the network', () => {
  test('is carried out once, however many take it up, and taken back when somebody says so', async () => {
    const { remote, measure } = await hiding();
    const calls: string[] = [];
    const reach = worker.reach(counting(calls));
    await Promise.all([carry(measure, reach), carry(measure, reach), carry(measure, reach)]);
    await carry(measure, reach);
    expect([calls, await isHidden(remote), await stateOf(measure)]).toEqual([['begin'], true, 'in-force']);
    await worker.conduct.act(lift, measure, { why: 'lifted' });
    await carry(measure, reach);
    expect([calls, await isHidden(remote), await stateOf(measure)]).toEqual([
      ['begin', 'end'],
      false,
      'ended',
    ]);
  });
  test('whose answer was lost is looked for, and not done again', async () => {
    const { remote, measure } = await hiding();
    const calls: string[] = [];
    const reach = worker.reach(counting(calls));
    worker.line.script({ method: 'PUT', path: /hidden/, fault: 'answer-lost' });
    await carry(measure, reach);
    expect(await worker.conduct.rowOf(measure)).toMatchObject({ state: 'waiting', held_why: 'unknown' });
    later(20);
    await carry(measure, reach);
    expect(calls).toEqual(['begin', 'holds']);
    expect([await isHidden(remote), await stateOf(measure)]).toEqual([true, 'in-force']);
  });
  test('that was lost on the way is looked for, not found, and done', async () => {
    const { remote, measure } = await hiding();
    worker.line.script({ method: 'PUT', path: /hidden/, fault: 'bad-gateway' });
    await carry(measure);
    expect(await isHidden(remote)).toBe(false);
    later(20);
    await carry(measure);
    expect([await isHidden(remote), await stateOf(measure)]).toEqual([true, 'in-force']);
  });
  test('whose sender died in the middle is taken up when its lease is over, and looked for first', async () => {
    const { remote, measure } = await hiding();
    await worker.conduct.bySystem('sender', begin, measure);
    await needed(needed(worker.world.network.moderate).hide).begin(worker.world.call(), remote);
    const calls: string[] = [];
    await carry(measure, worker.reach(counting(calls)));
    expect([calls, await stateOf(measure)]).toEqual([[], 'doing']);
    later(121);
    await carry(measure, worker.reach(counting(calls)));
    expect([calls, await stateOf(measure)]).toEqual([['holds'], 'in-force']);
  });
  test('of which nobody can tell for long is left to a person, who looks', async () => {
    const { measure } = await hiding();
    worker.line.script({ method: 'PUT', path: /hidden/, fault: 'bad-gateway', times: 6 });
    for (let attempt = 1; attempt <= 6; attempt += 1) {
      expect(await stateOf(measure)).toBe('waiting');
      await carry(measure);
      later(1000);
    }
    expect(await stateOf(measure)).toBe('unknown');
    await worker.conduct.act(retry, measure);
    await carry(measure);
    expect(await stateOf(measure)).toBe('in-force');
  });
  test('that the network refuses says why', async () => {
    const remote = await worker.world.writes(unlikely('On a page of my own'));
    const { id } = await worker.desk.received({ remote, text: 'You are all useless cows' });
    const { id: measure } = await worker.conduct.takes(hide, id, explained);
    await carry(measure);
    const row = await worker.conduct.rowOf(measure);
    expect([row.state, row.refused_why]).toEqual([
      'refused',
      expect.stringMatching(/under a post of your own/),
    ]);
  });
  test('waits as long as a busy network asks, and while its keys do not work', async () => {
    const { measure } = await hiding();
    worker.line.script({ method: 'PUT', path: /hidden/, fault: 'busy', seconds: 300 });
    await carry(measure);
    expect(await worker.conduct.rowOf(measure)).toMatchObject({ state: 'waiting', held_why: 'busy' });
    later(200);
    await carry(measure);
    expect(await stateOf(measure)).toBe('waiting');
    later(200);
    await carry(
      measure,
      worker.reach(undefined, (call) => ({ ...call, secret: { password: 'wrong' } })),
    );
    expect(await worker.conduct.rowOf(measure)).toMatchObject({ state: 'waiting', held_why: 'keys' });
    later(60);
    await carry(measure);
    expect(await stateOf(measure)).toBe('in-force');
  });
  test('that it has no way for is left to a person, with the reason', async () => {
    const { id } = await commented();
    const { id: measure } = await worker.conduct.takes(restrict, id, explained);
    await carry(measure, worker.reach(withoutRestricting));
    expect(await worker.conduct.rowOf(measure)).toMatchObject({
      state: 'by-hand',
      refused_why: 'It cannot do that here.',
    });
    await worker.conduct.act(confirm, measure);
    expect(await stateOf(measure)).toBe('in-force');
    await worker.conduct.act(lift, measure, { why: 'lifted' });
    await worker.conduct.act(confirm, measure);
  });
  test('shuts somebody out once a second person approved it, and lets them in again', async () => {
    const { id } = await commented();
    const { id: measure } = await worker.conduct.takes(block, id, explained);
    await carry(measure);
    expect([await stateOf(measure), await worker.world.shutOut?.()]).toEqual(['asked', false]);
    await worker.conduct.act(approve, measure, {}, worker.at.person('Dee Director', 'director'));
    await carry(measure);
    expect([await stateOf(measure), await worker.world.shutOut?.()]).toEqual(['in-force', true]);
    await worker.conduct.act(lift, measure, { why: 'lifted' });
    await carry(measure);
    expect([await stateOf(measure), await worker.world.shutOut?.()]).toEqual(['ended', false]);
  });
});

const withoutRestricting = (network: Network): Network =>
  network.moderate.present
    ? { ...network, moderate: { ...network.moderate, restrict: absent('It cannot do that here.', 'A test') } }
    : network;

describe('a report', () => {
  const reporting = async () => {
    const { id } = await commented();
    return (await worker.conduct.takes(report, id, { ...explained, of: 'post', as: 'abuse' })).id;
  };
  test('is made once and keeps the network’s number', async () => {
    const measure = await reporting();
    await carry(measure);
    await carry(measure);
    expect(await worker.conduct.rowOf(measure)).toMatchObject({
      state: 'done',
      case_number: expect.any(String),
    });
  });
  test('whose answer was lost is never made again by itself: a person looks', async () => {
    const measure = await reporting();
    const calls: string[] = [];
    const reach = worker.reach(counting(calls));
    worker.line.script({ method: 'POST', path: /reports/, fault: 'answer-lost' });
    await carry(measure, reach);
    expect(await stateOf(measure)).toBe('unknown');
    later(1000);
    await carry(measure, reach);
    expect(calls).toEqual(['report']);
    await worker.conduct.act(retry, measure);
    await carry(measure, reach);
    expect([calls.length, await stateOf(measure)]).toEqual([2, 'done']);
  });
  test('whose sender died in the middle is left to a person too', async () => {
    const measure = await reporting();
    await worker.conduct.bySystem('sender', begin, measure);
    later(121);
    const calls: string[] = [];
    await carry(measure, worker.reach(counting(calls)));
    expect([calls, await stateOf(measure)]).toEqual([[], 'unknown']);
  });
});

describe('a warning', () => {
  const warning = async (template = 'respect') => {
    const { id, remote } = await commented();
    const { id: measure } = await worker.conduct.takes(warn, id, { ...explained, template });
    await carry(measure);
    return { id, remote, measure };
  };
  test('is a reply in approved words, sent once under the message, and stops no clock', async () => {
    const { id, measure } = await warning();
    await carry(measure);
    expect(await stateOf(measure)).toBe('handed-over');
    const reply = await worker.desk.replyOf(id);
    expect(reply).toMatchObject({
      kind: 'warning',
      state: 'waiting',
      text: expect.stringMatching(/house rules/),
    });
    const before = await worker.desk.rowOf(id);
    await sendReply(worker.at.house, worker.reach(), worker.log, reply.id);
    await worker.desk.reactions();
    expect((await worker.desk.replyOf(id)).state).toBe('sent');
    expect(await worker.desk.rowOf(id)).toMatchObject({ state: before.state, first_reply_at: null });
    expect(await worker.conduct.rowOf(measure)).toMatchObject({ state: 'done', done_at: expect.anything() });
  });
  test('says nothing that the checks of a reply would stop, in any of the approved words', async () => {
    const { templates } = worker.at.house.policies.inForce(worker.at.clock.now()).value('conduct.warning');
    for (const { id: template } of templates) {
      const { measure } = await warning(template);
      expect([template, await stateOf(measure)]).toEqual([template, 'handed-over']);
    }
  });
  test('that somebody takes back before it goes out is dropped', async () => {
    const { id, measure } = await warning();
    const reply = await worker.desk.replyOf(id);
    await worker.desk.onReply(drop, reply.id);
    await worker.desk.reactions();
    expect(await stateOf(measure)).toBe('dropped');
  });
  test('that the inbox will not send says why', async () => {
    const text = unlikely('You are all useless cows');
    const remote = await worker.world.writes(text);
    const { id } = await worker.desk.received({ remote, text, replyMax: 20 });
    const { id: measure } = await worker.conduct.takes(warn, id, { ...explained, template: 'respect' });
    await carry(measure);
    const row = await worker.conduct.rowOf(measure);
    expect([row.state, row.refused_why]).toEqual(['refused', expect.stringMatching(/20/)]);
  });
});

describe('after a restore', () => {
  /** The house as it stands when everything in it was restored just now. */
  const restoredHouse = () => ({
    ...worker.at.house,
    store: { ...worker.at.house.store, lastRestore: async () => worker.at.clock.now().add({ hours: 1 }) },
  });
  const carryThen = (measure: string, reach = worker.reach()) =>
    carryOutMeasure(restoredHouse(), reach, worker.log, measure);
  test('what may have been done before it is looked for, and not done again', async () => {
    const { remote, measure } = await hiding();
    await needed(needed(worker.world.network.moderate).hide).begin(worker.world.call(), remote);
    const calls: string[] = [];
    await carryThen(measure, worker.reach(counting(calls)));
    expect([calls, await stateOf(measure)]).toEqual([['holds'], 'in-force']);
  });
  test('a report and a warning wait for a person, and go once that person has looked', async () => {
    const { id } = await commented();
    const { id: sent } = await worker.conduct.takes(report, id, { ...explained, of: 'post', as: 'abuse' });
    const { id: said } = await worker.conduct.takes(warn, id, { ...explained, template: 'respect' });
    for (const measure of [sent, said]) {
      await carryThen(measure);
      expect(await stateOf(measure)).toBe('unknown');
      await worker.conduct.act(retry, measure);
      await carryThen(measure);
    }
    expect([await stateOf(sent), await stateOf(said)]).toEqual(['done', 'handed-over']);
  });
});
