/**
 * What reading a draft costs, beside libraries that do a part of it, on the same texts in the same process.
 * The clock of a thread moves in steps of 4 ms on some machines, so each text is read several times over.
 * Once: `npm ci --ignore-scripts` in `bench/compared`. Then `node bench/checks.ts`
 */
import { RegExpMatcher, englishDataset, englishRecommendedTransformers } from 'obscenity';
import { everyCheck } from '../src/checks/every-check.ts';
import { checkDraft, type Settings } from '../src/checks/index.ts';
import { readDraft } from '../src/checks/draft.ts';
import { health } from '../src/checks/testing-checks.ts';
import { findPersonalData, loadDictionary } from '../src/text/index.ts';
import { examplesOf, gate } from '../src/triage/training/texts.ts';

const compared = (path: string): string => new URL(`./compared/node_modules/${path}`, import.meta.url).href;
const cpu = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};
async function timed<T>(name: string, make: () => Promise<T>): Promise<T> {
  const began = cpu();
  const made = await make();
  console.log(`${name.padEnd(34)} start ${(cpu() - began).toFixed(0)} ms CPU`);
  return made;
}

const settings: Settings = await timed('our dictionary', async () => ({
  dictionary: await loadDictionary(),
}));
await timed('our checks, first draft', () =>
  Promise.resolve(checkDraft({ accountKind: 'corporate', text: 'Our clinic is open' }, health, settings)),
);
const alex = await timed('alex 11.0.1', async () => {
  const library = (await import(compared('alex/index.js'))) as {
    text: (text: string) => { messages: unknown[] };
  };
  library.text('warm');
  return library;
});
const obscenity = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });
const redactor = await timed('redact-pii 3.4.0', async () => {
  const { default: library } = (await import(compared('redact-pii/lib/index.js'))) as {
    default: { SyncRedactor: new () => { redact: (text: string) => string } };
  };
  return new library.SyncRedactor();
});

const readers: Readonly<Record<string, (text: string) => unknown>> = {
  [`ours: all ${everyCheck.length} checks`]: (text) =>
    checkDraft({ accountKind: 'corporate', network: 'facebook', text }, health, settings),
  'ours: personal data alone': (text) => findPersonalData(text),
  'alex: words that may hurt': (text) => alex.text(text).messages,
  'obscenity: swearing': (text) => obscenity.getAllMatches(text),
  'redact-pii: personal data': (text) => redactor.redact(text),
};

const texts = examplesOf(gate).map(({ text }) => text);
const padded = (length: number): string[] =>
  texts.map((_, at) => {
    let text = '';
    for (let next = at; text.length < length; next += 7) text += `${texts[next % texts.length]}. `;
    return text.slice(0, length);
  });

for (const length of [280, 1000, 5000]) {
  const all = padded(length).slice(0, 150);
  const turns = Math.ceil(5600 / length);
  for (const [name, read] of Object.entries(readers)) {
    for (const text of all.slice(0, 200)) read(text);
    const began = cpu();
    const times = all
      .map((text) => {
        const from = cpu();
        for (let turn = 0; turn < turns; turn += 1) read(text);
        return (cpu() - from) / turns;
      })
      .toSorted((one, two) => one - two);
    const at = (share: number): string => (times[Math.floor(times.length * share)] ?? 0).toFixed(2);
    console.log(
      `${String(length).padStart(4)} characters, ${name.padEnd(28)} mean ${((cpu() - began) / all.length / turns).toFixed(2)}, p50 ${at(0.5)}, p99 ${at(0.99)} ms CPU`,
    );
  }
}

/** Texts that were made to be slow. */
const hostile = [
  'a',
  'a ',
  '1 ',
  '12/03/',
  '. ',
  '(',
  '.',
  '@',
  '#',
  '💉',
  'é',
  '\u0301',
  'Jo Bloggs ',
  'Take your ',
  '///a.b',
];
for (const piece of hostile) {
  const text = piece.repeat(Math.ceil(100_000 / piece.length)).slice(0, 100_000);
  const draft = readDraft({
    accountKind: 'departmental',
    network: 'x',
    text,
    context: { preElection: true },
  });
  const begun = cpu();
  void [draft.body.folded, draft.body.spoken, draft.body.sentences, draft.body.emoji];
  const reading = cpu() - begun;
  const each = everyCheck.map((one) => {
    const from = cpu();
    let told = 0;
    for (const _ of one.look(draft, health.value(one.rule), settings)) if ((told += 1) === 100) break;
    return { ref: one.ref, took: cpu() - from };
  });
  const slowest = each.toSorted((one, two) => two.took - one.took)[0];
  const sum = each.reduce((total, one) => total + one.took, 0);
  console.log(
    `100 kB of ${JSON.stringify(piece).padEnd(14)} read ${reading.toFixed(0)} ms, all checks ${sum.toFixed(0)} ms, slowest ${slowest?.ref} ${slowest?.took.toFixed(0)} ms CPU`,
  );
}
