import { describe, expect, test } from 'vitest';
import { film, mended, picture, verdict } from './testing-checks.ts';
import type { Draft, Medium } from './index.ts';

/** Each clause that the checks keep, as its row asks for it. They are told to whoever hands a draft in. */
const told = (clause: string, draft: string | (Partial<Draft> & { text: string })) =>
  verdict(draft)
    .findings.filter((one) => one.clause === clause)
    .map((one) => `${one.severity} ${one.ref}`);
const asked = (clause: string, draft: Partial<Draft> & { text: string }) =>
  verdict(draft)
    .questions.filter((one) => one.clause === clause)
    .map((one) => one.ref);
const withMedium = (medium: Medium, network?: string) => ({
  text: 'Our van is in town',
  media: [medium],
  network,
});

describe('6.2.i.1 words for pictures', () => {
  const clause = '6.2.i.1';
  test('a picture has words, or decorates and says why', () => {
    expect(told(clause, withMedium(picture({ alt: '' })))).toEqual(['block ACC-01']);
    expect(told(clause, withMedium(picture({ alt: '', decorative: true })))).toEqual(['block ACC-01']);
    expect(
      told(clause, withMedium(picture({ alt: '', decorative: true, decorativeReason: 'A line' }))),
    ).toEqual([]);
    expect(told(clause, withMedium(picture()))).toEqual([]);
  });
  test('leftovers of files, “image of” and repeats of the post are pointed out', () => {
    for (const alt of ['IMG_2041.jpg', 'Our van is in town', 'Image of a van in a car park'])
      expect(told(clause, withMedium(picture({ alt })))).toHaveLength(1);
  });
  test('each network has its limit, and where it holds no words the post has them', () => {
    const long = 'A blue van in a car park. '.repeat(60);
    const cut = (network: string) =>
      verdict(withMedium(picture({ alt: long }), network)).findings.some(
        (one) => one.rule === 'checks.length',
      );
    expect([cut('x'), cut('bluesky')]).toEqual([true, false]);
    expect(told(clause, withMedium(picture(), 'tiktok'))).toHaveLength(1);
    const alt = 'A nurse at the door of a blue van in a car park';
    expect(
      told(clause, { ...withMedium(picture({ alt }), 'tiktok'), text: `Come along. ${alt}` }),
    ).not.toContain('block ACC-01');
  });
});

describe('6.2.i.2 captions and transcripts', () => {
  const clause = '6.2.i.2';
  test('a film has captions that cover it, read by a person where a machine wrote them', () => {
    expect(told(clause, withMedium(film({ captions: undefined })))).toContain('block ACC-08');
    expect(
      told(clause, withMedium(film({ captions: { source: 'auto', cues: 9, coversSeconds: 55 } }))),
    ).toContain('block ACC-09');
    expect(told(clause, withMedium(film()))).toEqual([]);
  });
  test('of captions that are part of the film somebody says who has read them', () => {
    expect(asked(clause, withMedium(film({ captions: { source: 'burned-in' } })))).toContain('ACC-09');
    expect(
      asked(clause, withMedium(film({ captions: { source: 'burned-in', checkedBy: 'AO' } }))),
    ).not.toContain('ACC-09');
  });
  test('what is only heard has a transcript', () => {
    expect(told(clause, withMedium({ kind: 'audio', licence: 'own' }))).toContain('block ACC-11');
    expect(
      told(clause, withMedium({ kind: 'audio', licence: 'own', transcript: 'https://example.nhs.uk/words' })),
    ).toEqual([]);
  });
});

describe('6.2.i.3 capitals in tags', () => {
  test('a tag of several words in small letters is warned of, with the better one', () => {
    expect(told('6.2.i.3', 'Join us #mentalhealthmatters')).toEqual(['warn ACC-15']);
    expect(mended('Join us #mentalhealthmatters', 'ACC-15')).toBe('Join us #MentalHealthMatters');
    expect(told('6.2.i.3', 'Join us #MentalHealthMatters')).toEqual([]);
  });
});

describe('6.2.i.4 few emoji', () => {
  const clause = '6.2.i.4';
  test('more than three, one for a word, or one before the text is warned of', () => {
    expect(told(clause, 'Come to the clinic 💉🎉🏥👍')).toContain('warn ACC-17');
    expect(told(clause, 'Book your 💉 today at the clinic')).toContain('warn ACC-18');
    expect(told(clause, '🎉 we have a van for you')).toContain('warn ACC-17');
    expect(told(clause, 'Come to the clinic today. 💉')).toEqual([]);
  });
});

describe('6.2.i.5 plain letters', () => {
  test('letters that only look like letters stop the post, and the plain ones are offered', () => {
    for (const text of ['𝗕𝗼𝗼𝗸 now', 'Ｂｏｏｋ now', 'ʙᴏᴏᴋ now']) {
      expect(told('6.2.i.5', text)).toContain('block ACC-20');
      expect(mended(text, 'ACC-20')?.toLowerCase()).toBe('book now');
    }
    expect(told('6.2.i.5', 'Book now at the café')).toEqual([]);
  });
});

describe('6.2.i.7 plain English', () => {
  const clause = '6.2.i.7';
  const long = `We would like to let everybody know that ${'the clinic in the town is open and '.repeat(4)}that you can come.`;
  test('a long sentence is pointed out', () => {
    expect(told(clause, long).map((one) => one.split(' ')[1])).toContain('ACC-26');
    expect(told(clause, 'The clinic is open. You can come.')).toEqual([]);
  });
  test('the reading age is reckoned, aims at 9 to 11, and is never more than a note', () => {
    const hard =
      'Organisational transformation programmes necessitate considerable multidisciplinary collaboration. ' +
      'Consequently, comprehensive stakeholder engagement activities facilitate sustainable implementation. ' +
      'Interdepartmental communication methodologies simultaneously incorporate technological infrastructure considerations, individually and collectively, regardless of administrative circumstances everywhere.';
    expect(told(clause, hard)).toContain('note ACC-28');
    expect(told(clause, 'We are here for you. Come and see us. '.repeat(5))).not.toContain('note ACC-28');
  });
  test('shortenings that nobody explains are pointed out', () => {
    expect(verdict('The PCN meets on Monday').findings.map((one) => one.ref)).toContain('ACC-29');
    expect(
      verdict('The primary care network (PCN) meets on Monday').findings.map((one) => one.ref),
    ).not.toContain('ACC-29');
  });
});

describe('6.2.i.8 no flashing, clear contrast', () => {
  test('whoever adds a film or a moving picture is asked whether it flashes', () => {
    for (const medium of [film(), picture({ kind: 'gif' })])
      expect(asked('6.2.i.8', withMedium(medium))).toEqual(['ACC-12']);
    expect(asked('6.2.i.8', withMedium(picture()))).toEqual([]);
  });
  test('words in what we design stand out', () => {
    const colours = (background: string) =>
      withMedium(picture({ designed: true, colours: { text: '#fff', background } }));
    expect(told('6.2.i.8', colours('#41B6E6'))).toEqual(['block ACC-31']);
    expect(told('6.2.i.8', colours('#005EB8'))).toEqual([]);
  });
});

describe('6.5.c no medical advice in posts', () => {
  test('instructions without a page of the health service behind them stop the post', () => {
    for (const text of [
      'Take 400mg of ibuprofen 3 times a day',
      'You should stop taking your statins',
      'Give your child 5ml of paracetamol',
    ])
      expect(told('6.5.c', text)).toContain('block CNT-04');
  });
  test('with such a page, or with words that send people on, they do not', () => {
    expect(
      told('6.5.c', 'Take 400mg of ibuprofen 3 times a day: https://www.nhs.uk/medicines/ibuprofen'),
    ).toEqual([]);
    expect(told('6.5.c', 'Ask your pharmacist before you take any medicine')).toEqual([]);
    expect(told('6.5.c', 'Order your repeat prescription early')).toEqual([]);
  });
});
