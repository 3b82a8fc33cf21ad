import { describe, expect, test } from 'vitest';
import { readDraft } from '../draft.ts';
import { verdict } from '../testing-checks.ts';
import { tryPairs } from '../testing-pairs.ts';
import { isAnswer } from './addressed.ts';
import { heads } from './heads.ts';
import { judged, unpacked } from './model.ts';
import { allLessons } from './training/lessons.ts';
import { fit } from './training/fit.ts';
import { packed, quantised } from './training/quantise.ts';
import { featuresOf } from './features.ts';
import weights from './weights.json' with { type: 'json' };

const before = (text: string) => ({ text, context: { preElection: true } });

/** None of these stands among the drafts that were learned from. */
tryPairs({
  'CNT-01': {
    breaks: ['Our receptionist Linda is off having a hysterectomy, so please be patient.'],
    keeps: ['Our receptionist Linda has run a marathon for the hospice.', 'Linda is away this week.'],
  },
  'CNT-03': {
    breaks: [
      'A lad from the rugby club came in on Saturday with a broken leg and he is now out of theatre.',
      'We said goodbye today to a retired postman who spent three weeks on our stroke unit.',
      'Hi Maureen, your scan was clear so there is nothing to worry about.',
      'Proud of our team. The young woman from the coach crash opened her eyes today.',
    ],
    keeps: [
      'Our stroke unit looked after 900 people last year. Know the signs.',
      'The rugby club gave 40 teddies to the children’s ward. Thank you.',
      'Hi Maureen, we can’t talk about anyone’s care here. Please ring the ward.',
      'A retired postman has joined our volunteers. Welcome, Bill.',
    ],
  },
  'CNT-04': {
    breaks: [
      'If your tablets make you dizzy, leave them off for a week and see how you go.',
      'That cough is only a virus, so no need to see anyone. Honey and an early night.',
      'Take one extra puff of the blue inhaler before bed and you will be fine.',
    ],
    keeps: [
      'If your tablets make you dizzy, ask your pharmacist before you change anything.',
      'A pharmacist can help with coughs and colds.',
      'Our knitting group meets at bedtime story hour, with honey cake.',
    ],
  },
  'CNT-05': {
    breaks: [
      'The hearing into the death on our ward ends on Friday and we are confident that it will show the team did nothing wrong.',
      'Between us, her complaint is nonsense and the panel will throw it out.',
    ],
    keeps: [
      'How to make a complaint: our leaflet explains each step.',
      'A hearing test takes 20 minutes. Book yours.',
    ],
  },
  'CNT-07': {
    breaks: ['Don’t tell anyone, but the board votes on Thursday and our unit is getting the new scanner!'],
    keeps: ['Don’t tell anyone, but there is cake in the office.'],
  },
  'CNT-16': {
    breaks: ['They sent us free mattresses, so use our code for 20% off, you will love it.'],
    keeps: ['Advert: they sent us free mattresses, so use our code for 20% off.', 'Our gift shop is open.'],
  },
  'PEP-15': {
    breaks: [
      'This government has let nurses down again. Remember that when you vote.',
      'What a breath of fresh air our new Labour MP is, at last somebody who cares.',
    ],
    keeps: [
      'The Health Secretary met staff on our stroke unit today.',
      'Labour is hard work. Our birthing pool helps some people.',
      'We do not take sides in politics.',
    ],
  },
  'PEP-02': {
    breaks: [before('We have picked the firm that will run our canteens for the next five years.')],
    keeps: [before('Our canteens are open as usual on Thursday.')],
  },
  'PEP-04': {
    breaks: [
      before('There is still time to tell us what you think about closing the ward. Fill in our form.'),
    ],
    keeps: [before('There is still time to order your repeat prescription.')],
  },
  'PEP-06': {
    breaks: [before('Good luck to our porter Mick, who is standing in Tilbury. Follow his page!')],
    keeps: [before('Clinics are open as usual on polling day.')],
  },
});

describe('a draft that looks like an answer', () => {
  const looks = (text: string): boolean => isAnswer(readDraft({ accountKind: 'corporate', text }));
  test.each([
    '@sam thanks',
    'Replying to Jo: yes',
    'Hi Karen, you were seen',
    'Sorry Pete but you missed it',
  ])('is one: %s', (text) => expect(looks(text)).toBe(true));
  test.each(['Hi everyone, come along', 'Hello Essex!', 'Thanks to all who gave blood', 'Morning all'])(
    'is none: %s',
    (text) => expect(looks(text)).toBe(false),
  );
});

test('what a pattern found is not told a second time', () => {
  const { findings } = verdict(
    'The coroner has found that our nurse did nothing wrong and the family is suing.',
  );
  expect(findings.filter(({ ref }) => ref === 'CNT-05')).toHaveLength(1);
});

test('the sentences that sound so are pointed at', () => {
  const said = 'This government has let nurses down again. Remember that when you vote.';
  const text = `The library is open on Monday. Bring a friend and a book. ${said}`;
  const found = verdict(text).findings.find(({ ref }) => ref === 'PEP-15');
  expect(text.slice(found?.start, found?.end)).toContain('government');
  expect(text.slice(found?.start, found?.end)).not.toContain('library');
});

test(
  'what was learned is what its texts teach: the same texts give the same numbers',
  { timeout: 240_000 },
  () => {
    const { features, scales, bias, hashes, weights: small } = weights;
    const kept = { features, scales, bias, hashes, weights: small };
    expect(JSON.stringify(packed(quantised(fit(allLessons()))))).toBe(JSON.stringify(kept));
  },
);

test('weights are unpacked as they were packed', () => {
  const its = unpacked(weights);
  const { features, hashes, weights: small } = packed(its);
  expect({ features, hashes, small }).toEqual({
    features: weights.features,
    hashes: weights.hashes,
    small: weights.weights,
  });
  expect(its.weights).toHaveLength(weights.features * heads.length);
});

test('where it is not sure it asks of a sentence, and repeats no word of the draft', () => {
  const { findings, questions } = verdict('She waited with her mum on the ward.');
  expect(findings.filter(({ ref }) => ref === 'CNT-03')).toEqual([]);
  expect(questions.find(({ ref }) => ref === 'CNT-03')?.ask).toMatch(/ Is that so of sentence 1\?$/);
});

test('a text without a word says nothing', () => {
  for (const text of ['', '👍', '...', '\n\n'])
    for (const { score } of judged(featuresOf(text))) expect(score).toBe(-Infinity);
});
