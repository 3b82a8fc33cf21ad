import { beforeAll, describe, expect, test } from 'vitest';
import { readerOf } from '#kernel/need.ts';
import type { Actor } from '#kernel/rights.ts';
import { pageCurve } from '#triage/index.ts';
import { marksIn } from '#triage/training/marks.ts';
import { refusedWith } from './builders.ts';
import { markMissed, markNeedless } from './commands/marks.ts';
import { relabel } from './commands/relabel.ts';
import { figures } from './figures.ts';
import { lineOf } from './queries/triage-marks.ts';
import { openDesk } from './testing-desk.ts';

const { at, desk } = await openDesk('2026-11-24T10:00:00Z');
const grave = 'cant do this any more. tonight is my last night, sorry to everyone who tried';
const letter = 'I got a letter with somebody else’s name on it. What should I do with it?';

let joan: Actor;
const ids: Record<string, string> = {};
/** Four nights: two grave messages out of hours, one in hours, one needless call, one missed, two ordinary ones. */
beforeAll(async () => {
  joan = at.person('Joan Senior', 'senior-manager');
  const olu = at.person('Olu Officer', 'communications');
  const says = async (name: string, moment: string, text: string) => {
    at.clock.set(moment);
    ids[name] = (await desk.received({ text })).id;
  };
  await says('night-1', '2026-11-20T22:00:00Z', grave);
  await says('night-2', '2026-11-21T23:00:00Z', 'hes not breathing');
  await says('day', '2026-11-23T11:00:00Z', `${grave} x`);
  await says('needless', '2026-11-23T12:00:00Z', letter);
  await says('missed', '2026-11-23T20:00:00Z', 'My number is 07700 900123. Where is the clinic?');
  await says('ordinary', '2026-11-24T09:30:00Z', 'Where is the clinic?');
  await desk.act(markNeedless, ids['needless'] ?? '', {}, olu);
  await desk.act(markMissed, ids['missed'] ?? '', {}, olu);
});
const asked = async (input: Record<string, unknown> = {}, actor: Actor = joan) =>
  desk.asks('inbox.triage', actor, { from: '2026-11-20', to: '2026-11-24', ...input });

describe('how triage does', () => {
  test('counts what came in by tier, and what people said of it', async () => {
    expect(await asked()).toMatchObject({
      mode: 'paging',
      nights: 4,
      came: 6,
      page: 4,
      called: 4,
      lookFirst: 0,
      rest: 2,
      untriaged: 0,
      needless: 1,
      missed: 1,
    });
  });
  test('counts calls a night at each threshold: those out of hours, over the nights in which something came in', async () => {
    const { steps } = await asked();
    expect(steps.map((step: { margin: number }) => step.margin)).toEqual(
      pageCurve.steps.map(({ margin }) => margin),
    );
    const at0 = steps.find((step: { margin: number }) => step.margin === 0);
    expect(at0).toMatchObject({ inUse: true, pages: 4, atNight: 2, perNight: 0.5, needless: 1, missed: 1 });
    const at3 = steps.find((step: { margin: number }) => step.margin === 3);
    // What is said outright calls at any threshold; the letter does not at this one.
    expect(at3.pages).toBeLessThan(4);
    expect(at3).toMatchObject({ inUse: false, needless: 0, missed: 1 });
    expect(at3.missesEstimated).toBeGreaterThan(at0.missesEstimated);
    for (const [place, step] of steps.entries())
      expect(place === 0 || step.pages <= steps[place - 1].pages).toBe(true);
  });
  test('gives the share of needless calls by label and by what decided', async () => {
    const { labels, causes } = await asked();
    const lead = (await desk.rowOf(ids['needless'] ?? '')).labels.list[0]?.id;
    expect(labels).toContainEqual(expect.objectContaining({ id: lead, needless: 1, pages: 1, share: 1 }));
    expect(labels).toContainEqual(expect.objectContaining({ id: 'life_emergency', needless: 0, share: 0 }));
    expect(causes.reduce((sum: number, cause: { pages: number }) => sum + cause.pages, 0)).toBe(4);
    expect(causes).toContainEqual({ cause: 'outright', pages: expect.any(Number), needless: 0, share: 0 });
  });
  test('says nothing of a time in which nothing came in', async () => {
    const of = await asked({ from: '2026-01-01', to: '2026-01-02' });
    expect(of).toMatchObject({ came: 0, page: 0, labels: [], causes: [] });
    expect(of.steps[0]).toMatchObject({ pages: 0, missesEstimated: null });
  });
  test('is for those who answer for it', async () => {
    expect(await refusedWith(asked({}, at.person('Marc Director', 'director')))).toBe('done');
    for (const role of ['communications', 'duty-manager', 'committee', 'administrator'] as const) {
      const other = at.person('One', role);
      expect([role, await refusedWith(asked({}, other))]).toEqual([role, 'kernel.not-found']);
      expect([role, await refusedWith(desk.asks('inbox.triage-marks', other))]).toEqual([
        role,
        'kernel.not-found',
      ]);
    }
  });
});

describe('marks as training lines', () => {
  test('are read by the training, hold no personal data, and no label that only triage gave', async () => {
    const { lines } = await desk.asks('inbox.triage-marks', joan, { from: '2026-11-20', to: '2026-11-24' });
    expect(lines).toHaveLength(2);
    expect(JSON.stringify(lines)).not.toContain('900123');
    const { marks, wrong } = marksIn(lines.map((line: object) => JSON.stringify(line)).join('\n'), new Set());
    expect(wrong).toEqual([]);
    expect(marks.map(({ mark }) => mark).toSorted()).toEqual(['need not have paged', 'should have paged']);
    expect(marks.every(({ labels }) => labels === undefined)).toBe(true);
  });
  test('name labels that a person chose', async () => {
    const olu = at.person('Olu Officer', 'communications');
    at.clock.set('2026-11-24T10:00:00Z');
    await desk.act(relabel, ids['missed'] ?? '', { lead: 'patient_safety' }, olu);
    const { lines } = await desk.asks('inbox.triage-marks', joan, { from: '2026-11-20' });
    expect(lines).toContainEqual(
      expect.objectContaining({ mark: 'should have paged', labels: ['patient_safety'] }),
    );
  });
  test('contradict themselves in no line that the training would refuse', () => {
    const chosen = (...list: string[]) => ({
      list: list.map((id) => ({ id, score: null, spans: [], by: 'person' as const })),
      length: 1,
    });
    expect(lineOf('Text', 'need-not-have-paged', chosen('life_emergency'))).toEqual([
      { text: 'Text', mark: 'need not have paged' },
    ]);
    expect(lineOf('Text', 'need-not-have-paged', chosen('life_emergency', 'complaint'))).toMatchObject([
      { labels: ['complaint'] },
    ]);
    expect(lineOf(' ', 'should-have-paged', chosen())).toEqual([]);
  });
});

describe('figures', () => {
  const period = {
    from: Temporal.Instant.from('2026-11-20T00:00:00Z'),
    to: Temporal.Instant.from('2026-11-25T00:00:00Z'),
  };
  const measured = (rule: string) =>
    figures
      .find((one) => one.rule === rule)
      ?.read(readerOf(at.house.store.read()), period, at.house.policies.get('icb002/1.0'));
  test('say how many were read in time, and a message that nobody opened counts as late', async () => {
    expect(await measured('inbox.read-within')).toMatchObject({ value: 0, of: 6, target: 1 });
  });
  test('say how many calls were needless, and that all was read by triage', async () => {
    expect(await measured('inbox.triage-marks')).toMatchObject({ value: 0.25, of: 4 });
    expect(await measured('inbox.triage')).toMatchObject({ value: 0, of: 6, target: 0 });
  });
});
