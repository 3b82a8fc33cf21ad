import { paragraphsOf, readabilityOf, sentencesOf, wordsOf } from '#text/index.ts';
import { check, inBody, type Found } from '../check.ts';

/** Short enough to be read at once. */
export const sentenceLength = check(
  'checks.sentence-length',
  'ACC-26',
  function* look({ body }, { words, aim }): Generator<Found> {
    let at = 0;
    for (const sentence of body.sentences) {
      while ((body.spoken[at]?.end ?? Infinity) <= sentence.start) at += 1;
      let count = 0;
      while ((body.spoken[at]?.start ?? Infinity) < sentence.end) {
        count += 1;
        at += 1;
      }
      if (count > words)
        yield inBody(sentence, `This sentence has ${count} words. Make two of it: ${words} words at most.`);
      else if (count > aim)
        yield {
          ...inBody(sentence, `This sentence has ${count} words. Up to ${aim} are easier to read.`),
          lesser: true,
        };
    }
  },
);

/** Broken up where it is long. */
export const paragraphs = check(
  'checks.paragraphs',
  'ACC-27',
  function* look({ text }, { sentences, characters }) {
    for (const paragraph of paragraphsOf(text)) {
      const inside = text.slice(paragraph.start, paragraph.end);
      const many = sentencesOf(inside).filter((one) =>
        saysSomething(inside.slice(one.start, one.end)),
      ).length;
      if (many > sentences && wordsOf(inside).length > 15)
        yield inBody(paragraph, `This paragraph has ${many} sentences. Break it up after ${sentences}.`);
      else if (inside.length > characters && !inside.includes('\n'))
        yield inBody(paragraph, 'Break this up: a line between two thoughts helps everybody.');
    }
  },
);

/** Tags and emoji at the end are no sentence. */
const saysSomething = (sentence: string): boolean => /\p{L}/u.test(sentence.replaceAll(/#\S+/g, ''));

/** A nudge from the measure of sentences and syllables; never more. */
export const readingAge = check('checks.reading-age', 'ACC-28', function* look({ body }, { age }) {
  const score = readabilityOf(body.spoken, body.sentences.length);
  if (score && score.age > age)
    yield inBody(
      { start: 0, end: body.text.length },
      `A reader of about ${score.age} years would manage this; ${age} is what we aim at. Try shorter sentences and words.`,
    );
});
