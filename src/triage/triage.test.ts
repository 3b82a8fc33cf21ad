import { describe, expect, test } from 'vitest';
import { raised } from './conversation.ts';
import { featureTable } from './feature-table.ts';
import { heads } from './heads.ts';
import { labels, urgent } from './labels.ts';
import type { Model } from './model.ts';
import { triage } from './triage.ts';

describe('what is said outright', () => {
  const outright: readonly (readonly [label: string, text: string])[] = [
    ['life_emergency', 'hes not breathing, we are by the main doors'],
    ['suicide_imminent', 'I am going to kill myself tonight'],
    ['threat_violence', 'there is a bomb in the hospital'],
    ['safeguarding_child', 'he hits me when mum is at work'],
  ];
  test.each(outright)('%s pages, and the words stand beside it', (label, text) => {
    const { page, lookFirst, severity, labels: its, reasons } = triage(text);
    expect({ page, lookFirst, severity }).toEqual({ page: true, lookFirst: false, severity: 'S1' });
    expect(its).toContain(label);
    const reason = reasons.find((one) => one.label === label);
    expect(text.slice(reason?.start, reason?.end).split(' ').length).toBeGreaterThan(1);
  });

  test('no model can take it away', () => {
    const deaf = deafModel();
    for (const [, text] of outright) expect(triage(text, { model: deaf }).page).toBe(true);
    expect(triage('Is the clinic open on Saturday morning?', { model: deaf }).page).toBe(false);
  });

  test('stands behind a harmless opener, a polite one and a long story', () => {
    for (const opener of ['Are you open on Saturday?', 'Good morning, I hope that you are well.'.repeat(8)])
      for (const [, text] of outright) expect(triage(`${opener} ${text}.`).page).toBe(true);
  });

  test.each([
    'This queue is killing me',
    "I'm dying to see the new unit",
    'Shoot me a message with the details',
    'Nearly had a heart attack when I saw the parking fee',
    'We went to the suicide prevention day and learned a lot',
  ])('an idiom does not page: %s', (text) => {
    expect(triage(text).page).toBe(false);
  });

  test('an idiom hides its own words only', () => {
    expect(triage("This queue is killing me and now he's not breathing").page).toBe(true);
  });
});

describe('what cannot be read goes to look first and says so', () => {
  test('another language', () => {
    const polish = triage('Dzień dobry, gdzie mogę odebrać nową receptę dla mojej mamy?');
    expect(polish).toMatchObject({
      language: 'pl',
      page: false,
      lookFirst: true,
      severity: 'S2',
      unread: 'language',
    });
  });
  test('another language half-way', () => {
    const text = 'Hello, can you help me please with this. Moja córka jest bardzo chora od wczoraj.';
    expect(triage(text).unread).toBe('language');
  });
  test('a picture, and under three words', () => {
    expect(triage('Is this the right form for the clinic?', { pictures: 1 })).toMatchObject({
      unread: 'picture',
    });
    expect(triage('hello there')).toMatchObject({ unread: 'few-words', lookFirst: true });
    expect(triage('x')).toMatchObject({ unread: 'few-words', page: false, lookFirst: true, severity: 'S2' });
    expect(triage('')).toMatchObject({ unread: 'few-words', lookFirst: true, labels: [], lead: undefined });
  });
  test('what is longer than any network takes, and reads it in bounded time', () => {
    const long = 'We had a lovely day at the fair. '.repeat(3000);
    expect(triage(long)).toMatchObject({ unread: 'length', lookFirst: true, page: false });
    expect(triage(`He is not breathing. ${long}`).page).toBe(true);
  });
  test.each([
    ['pl', 'Tata nie oddycha, jesteśmy na parkingu przed szpitalem'],
    ['ro', 'Ajutor, mama este inconștientă și nu răspunde'],
    ['lt', 'Tėtis nekvėpuoja, mes esame prie ligoninės durų'],
    ['pt', 'Por favor, o meu pai não respira, estamos na entrada'],
    ['es', 'Por favor, mi padre no respira, estamos en la entrada'],
    ['fr', 'Mon père ne respire plus, nous sommes devant la porte'],
    ['tr', 'Babam nefes almıyor, hastanenin önündeyiz lütfen'],
    ['ru', 'Папа не дышит, мы стоим у входа в больницу'],
    ['uk', 'Тато не дихає, ми стоїмо біля входу в лікарню'],
    ['ur', 'ابو بے ہوش ہیں اور جواب نہیں دے رہے'],
    ['bn', 'বাবা অজ্ঞান হয়ে গেছে, আমরা দরজার সামনে'],
    ['zh', '我爸爸没呼吸了，我们在医院门口'],
    ['pa', 'ਬਾਪੂ ਬੇਹੋਸ਼ ਹੈ, ਅਸੀਂ ਦਰਵਾਜ਼ੇ ਤੇ ਹਾਂ'],
    ['ar', 'أبي لا يتنفس ونحن أمام باب المستشفى'],
  ])('risk words of %s page', (language, text) => {
    expect(triage(text)).toMatchObject({
      language,
      page: true,
      labels: expect.arrayContaining(['life_emergency']),
    });
  });
});

describe('a machine only raises', () => {
  test('thanks after an emergency lower nothing', () => {
    const first = triage('hes not breathing please help');
    const then = raised(first, triage('Thank you so much, lovely staff, all good'));
    expect(then).toMatchObject({ page: true, severity: 'S1' });
    expect(then.labels).toEqual(expect.arrayContaining(first.labels as string[]));
  });
  test('labels of the highest severity page whatever is set; others as it is set', () => {
    expect(triage('hes not breathing, help', { pagingLabels: [] }).page).toBe(true);
    const abuse = 'my husband hits me every time he drinks';
    expect(triage(abuse).page).toBe(true);
    expect(triage(abuse, { pagingLabels: [] })).toMatchObject({
      page: false,
      lookFirst: true,
      severity: 'S2',
    });
  });
});

test('spans are UTF-16 places of the original, behind emoji and letters of two units too', () => {
  const text = '🚑🚑 𝓱𝓲 dad is not breathing';
  const [reason] = triage(text).reasons;
  expect(text.slice(reason?.start, reason?.end)).toBe('not breathing');
});

test('the same text gets the same answer, and the lead is the highest of its labels', () => {
  const text = 'I want to complain, mum was given the wrong tablets and she has collapsed';
  expect(triage(text)).toEqual(triage(text));
  const { labels: its, lead } = triage(text);
  expect(lead).toBe(labels.find((label) => its.includes(label)));
  expect(urgent).toContain(lead);
});

/** A model that has learned nothing at all. */
function deafModel(): Model {
  const cuts = labels.map((label) => [label, 0] as const);
  return {
    card: {
      made: 'signpost-triage-2',
      texts: '',
      features: 1,
      scales: heads.map(() => 1),
      bias: heads.map(() => -9),
      labels: Object.fromEntries(cuts) as Model['card']['labels'],
      tiers: { page: 0, pageUnread: 0, look: 0 },
    },
    table: featureTable(new Int32Array(1)),
    weights: new Int8Array(heads.length),
  };
}
