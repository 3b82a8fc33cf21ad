import type { Emoji } from '#text/index.ts';
import { check, inBody, type Found } from '../check.ts';

/** Few, each once, and not as bullets: each is read out by its whole name. */
export const emojiCount = check(
  'checks.emoji-count',
  'ACC-17',
  function* look({ body }, { most }): Generator<Found> {
    const { emoji, text } = body;
    const beyond = emoji[most];
    const last = emoji.at(-1);
    if (beyond && last)
      yield inBody(
        { start: beyond.start, end: last.end },
        `There are ${emoji.length} emoji. Keep ${most} at most: each is read out by its name.`,
      );
    const [opening] = emoji;
    if (opening && text.slice(0, opening.start).trim() === '' && body.spoken.length > 0)
      yield inBody(opening, 'Begin with words: who listens hears the name of the emoji before the message.');
    const seen = new Set<string>();
    for (const one of emoji) {
      if (seen.has(one.text)) yield inBody(one, `${one.text} is there already. Take this one out.`, '');
      seen.add(one.text);
    }
    const bullets = emoji.filter((one) => isBullet(text, one));
    const bullet = bullets[1];
    if (bullet) yield inBody(bullet, 'Use a list without emoji: each bullet would be read out by its name.');
  },
);

const isBullet = (text: string, { start, end }: Emoji): boolean =>
  /(?:^|\n)[^\S\n]*$/.test(text.slice(Math.max(0, start - 20), start)) &&
  /^[^\S\n]*\S/.test(text.slice(end, end + 20));

/** After the words, not before or between them. */
export const emojiPlace = check('checks.emoji-place', 'ACC-17', function* look({ body }) {
  const last = body.spoken.at(-1);
  const early = body.emoji.find(
    (one) => last && one.end <= last.start && body.text.slice(0, one.start).trim() !== '',
  );
  if (early && !followsSentence(body.text, early))
    yield inBody(early, 'Put emoji at the end, after the words.');
});

const followsSentence = (text: string, { start, end }: Emoji): boolean =>
  /[.!?…]["'’)]?\s*$/.test(text.slice(Math.max(0, start - 6), start)) ||
  /^[^\S\n]*\n/.test(text.slice(end, end + 8));

/** `Book your 💉 today`: the word is missing for whoever hears it. */
export const emojiWords = check('checks.emoji-words', 'ACC-18', function* look({ body }): Generator<Found> {
  const { emoji, spoken, text } = body;
  const first = emoji[0];
  const last = emoji.at(-1);
  if (!first || !last) return;
  if (spoken.length < 4) {
    yield inBody(
      { start: first.start, end: last.end },
      'Say it in words: without the emoji nothing is left of the message.',
    );
    return;
  }
  const instead = emoji.find((one) => standsForWord(text, one));
  if (instead) yield inBody(instead, `Write the word that ${instead.text} stands for.`);
});

/** Between two small letters of one sentence, where a noun or a verb would stand. */
const standsForWord = (text: string, { start, end }: Emoji): boolean => {
  const ahead = text.slice(Math.max(0, start - 24), start);
  const opens =
    /\b(?:the|a|an|your|our|my|their|his|her|to|of|for|and|or|with|some|any|free|get|book|wash|we|i)\s*$/i.test(
      ahead,
    );
  return (
    opens &&
    !/[.!?\n]\s*$/.test(ahead) &&
    (/^\s*[\p{Ll}\d]/u.test(text.slice(end, end + 4)) || /^\s*[.!?,]?\s*$/.test(text.slice(end)))
  );
};
