import { assert, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blueskyLimits } from '../networks/bluesky/bluesky-limits.ts';
import {
  emojiOf,
  findPersonalData,
  fold,
  hashtagsOf,
  lengthOf,
  limitsOf,
  linksOf,
  networksKnown,
  plainOf,
  read,
  readabilityOf,
  sentencesOf,
  styledOf,
  syllablesOf,
  withCapitals,
  wordsOf,
  counters,
} from './index.ts';

const anyText = string({ unit: 'binary', maxLength: 200 });
const slices = (text: string, spans: readonly { start: number; end: number }[]): string[] =>
  spans.map(({ start, end }) => text.slice(start, end));

describe('how long a text is', () => {
  test.each([
    ['weighted', 'é'.repeat(280), 280],
    ['weighted', '👨‍👩‍👧‍👦'.repeat(140), 280],
    ['weighted', '中'.repeat(141), 282],
    ['weighted', '“a—b”', 5],
    ['weighted', '#1 ©®™ ☎ ☎️ ❤️', 16],
    ['weighted', 'see https://example.nhs.uk/a/b?c=d now', 31],
    ['weighted', 'www.example.co.uk', 23],
    ['graphemes', '👨‍👩‍👧‍👦'.repeat(300), 300],
    ['characters', '👨‍👩‍👧‍👦', 7],
    ['characters-short-links', 'https://example.nhs.uk/a-long-page-name/with/parts ok', 26],
    ['units', '👍', 2],
  ] as const)('as %s: %s', (counter, text, length) => {
    expect(lengthOf(text, counter)).toBe(length);
  });

  test('each network that is known says how it counts, how much it takes, and where we have that from', () => {
    for (const network of networksKnown) {
      const limits = limitsOf(network);
      expect(counters).toContain(limits?.counter);
      expect(limits?.most).toBeGreaterThan(100);
      expect(['seen', 'recalled']).toContain(limits?.basis);
      expect(limits?.source).not.toBe('');
    }
    expect(limitsOf('no-such-network')).toBeUndefined();
  });

  test('the limits of a network that we send to are those by which we send', () => {
    expect(limitsOf('bluesky')).toMatchObject({
      counter: blueskyLimits.text.count,
      most: blueskyLimits.text.most,
      bytes: blueskyLimits.text.bytes,
      alt: blueskyLimits.pictures.alt,
    });
  });
});

describe('emoji are counted as a reader counts them', () => {
  test.each([
    ['a family', '👨‍👩‍👧‍👦', 1],
    ['a flag', '🇬🇧', 1],
    ['the flag of England', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', 1],
    ['two keycaps', '1️⃣2️⃣', 2],
    ['figures and a number sign', 'call 111 #1 *', 0],
    ['signs of the trade', '© ® ™', 0],
    ['a heart and a telephone', '❤️☎️', 2],
  ])('%s', (_, text, count) => {
    expect(emojiOf(text)).toHaveLength(count);
  });
});

describe('letters that only look like letters', () => {
  test.each([
    ['mathematical bold', '𝗕𝗼𝗼𝗸 𝗻𝗼𝘄', 'Book now'],
    ['script', '𝓑𝓸𝓸𝓴', 'Book'],
    ['full width', 'Ｂｏｏｋ', 'Book'],
    ['circled', 'ⓑⓞⓞⓚ', 'book'],
    ['negative squared', '🅱🅾🅾🅺', 'BOOK'],
    ['small capitals', 'ʙᴏᴏᴋ ɴᴏᴡ', 'book now'],
    ['struck through', 'b̶o̶o̶k̶', 'book'],
    ['turned', 'ʇuǝɯʇɐǝɹʇ', undefined],
    ['raised', 'ᵇᵒᵒᵏ', 'book'],
  ])('%s', (_, text, plain) => {
    const found = styledOf(text);
    expect(found.length).toBeGreaterThan(0);
    if (plain !== undefined) expect(found[0]?.plain).toBe(plain);
  });

  test.each([
    'H₂O and 5 m², café, naïve',
    'Łukasz, Ștefan, Nguyễn được, Ɛfua',
    '™ © ® № ℃',
    '🆕 service, 🅿️ parking, 🇬🇧',
    'ਪੰਜਾਬੀ বাংলা اردو Українська 中文！',
  ])('honest letters stay: %s', (text) => {
    expect(styledOf(text)).toEqual([]);
  });

  test('what is offered instead holds no such letter', () => {
    for (const text of ['𝗕𝗼𝗼𝗸 𝗻𝗼𝘄', 'ʙᴏᴏᴋ ɴᴏᴡ', '🅱🅾🅾🅺', 'b̶o̶o̶k̶']) expect(styledOf(plainOf(text))).toEqual([]);
  });
});

describe('tags', () => {
  test.each([
    ['mentalhealthawareness', 'MentalHealthAwareness'],
    ['worldmentalhealthday', 'WorldMentalHealthDay'],
    ['Selfcareweek', 'SelfCareWeek'],
    ['WORLDCANCERDAY', 'WorldCancerDay'],
    ['midandsouthessex', 'MidAndSouthEssex'],
    ['nhs_winter_plan', 'NhsWinterPlan'],
    ['HelpUsHelpYou', undefined],
    ['nhs', undefined],
    ['basildon', undefined],
    ['vaccination', undefined],
    ['together', undefined],
    ['stoptober', undefined],
  ])('%s becomes %s', (body, wanted) => {
    expect(withCapitals(body)).toBe(wanted);
  });

  test('a tag of the organisation is written as the organisation writes it', () => {
    expect(withCapitals('msetogether', ['#MSETogether'])).toBe('MSETogether');
    expect(withCapitals('MSETogether', ['#MSETogether'])).toBeUndefined();
  });

  test('a number is no tag, nor is a part of an address', () => {
    expect(hashtagsOf('we are #1, see a.nhs.uk/page#part and #OurNHS').map((one) => one.body)).toEqual([
      'OurNHS',
    ]);
  });
});

describe('sentences, words and links', () => {
  test('a title or a shortening ends no sentence; a line break does', () => {
    const text = 'Dr. Khan is here. Bring it, e.g. a letter.\nCome at 3.5 miles.';
    expect(slices(text, sentencesOf(text))).toEqual([
      'Dr. Khan is here.',
      'Bring it, e.g. a letter.',
      'Come at 3.5 miles.',
    ]);
  });

  test('words hold together', () => {
    expect(wordsOf("Don’t wait: follow-up costs £3.50 (it's free).").map((one) => one.text)).toEqual([
      'Don’t',
      'wait',
      'follow-up',
      'costs',
      '3.50',
      "it's",
      'free',
    ]);
  });

  test.each([
    ['bit.ly/abc now', ['bit.ly']],
    ['see www.example.nhs.uk. Or mseics.ics.nhs.uk/covid', ['example.nhs.uk', 'mseics.ics.nhs.uk']],
    ['closed.Me too', []],
    ['write to jo@example.com', []],
    ['HTTPS://EXAMPLE.ORG/X', ['example.org']],
  ])('links in %s', (text, hosts) => {
    expect(linksOf(text).map((one) => one.host)).toEqual(hosts);
  });
});

describe('how hard a text is to read', () => {
  const grade = (text: string) => readabilityOf(read(text).spoken, sentencesOf(text).length)?.grade;

  test('nothing is said of fewer than 30 words', () => {
    expect(grade('You can get a flu vaccine at your pharmacy. Book online today.')).toBeUndefined();
  });

  test('short sentences of short words are easy, one dense sentence is not', () => {
    const easy = 'You can get a flu vaccine at your pharmacy. Book it today. It is free. ';
    const dense =
      'Notwithstanding organisational reconfiguration, multidisciplinary collaboration facilitates comprehensive transformation of integrated neighbourhood provision, ';
    expect(grade(easy.repeat(3))).toBeLessThan(5);
    expect(grade(dense.repeat(3))).toBeGreaterThan(20);
  });

  test.each([
    ['care', 1],
    ['patient', 2],
    ['vaccination', 4],
    ['appointments', 3],
    ['111', 1],
  ])('%s has %i syllables', (word, count) => {
    expect(syllablesOf(word)).toBe(count);
  });
});

describe('whatever the text is', () => {
  test('a fold knows where each unit stood, and folding again changes nothing', () => {
    assert(
      property(anyText, (text) => {
        const folded = fold(text);
        expect(fold(folded.text).text).toBe(folded.text);
        for (let at = 0; at < folded.text.length; at += 1) {
          const { start, end } = folded.span(at, at + 1);
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });

  test('nothing throws, and every place is inside the text and in its order', () => {
    assert(
      property(anyText, (text) => {
        const reading = read(text);
        for (const spans of [
          reading.words,
          reading.sentences,
          reading.links,
          reading.hashtags,
          reading.emoji,
          styledOf(text),
          findPersonalData(reading),
        ]) {
          let last = 0;
          for (const { start, end } of spans) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            last = end;
          }
        }
        for (const counter of counters) expect(lengthOf(text, counter)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 300 },
    );
  });

  test('what hides between letters is gone when folded, and its place is known', () => {
    const text = 'a\u200Bb\u00ADc ﬁ Ａ';
    const folded = fold(text);
    expect(folded.text).toBe('abc fi a');
    const { start, end } = folded.span(0, 3);
    expect(text.slice(start, end)).toBe('a\u200Bb\u00ADc');
  });
});
