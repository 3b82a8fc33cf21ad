/** What reading a message costs: CPU of triage with everything on, and the longest that hostile text takes. `node bench/triage.ts` */
import { findPersonalData } from '../src/text/index.ts';
import { nearest, readComment, triage } from '../src/triage/index.ts';
import { examplesOf, gate } from '../src/triage/training/texts.ts';

const began = performance.now();
triage('warm');
console.log(`model read, first text: ${(performance.now() - began).toFixed(0)} ms`);

const indexing = process.cpuUsage();
nearest('warm');
console.log(`index of the nearest examples: ${(process.cpuUsage(indexing).user / 1000).toFixed(0)} ms CPU`);

const texts = examplesOf(gate).map(({ text }) => text);
const padded = (length: number): string[] =>
  texts.map((_, at) => {
    let text = '';
    for (let next = at; text.length < length; next += 7) text += `${texts[next % texts.length]}. `;
    return text.slice(0, length);
  });

/** CPU of a call; the clock of a thread is too coarse for one, so wall time on a quiet machine stands for it. */
function took(work: () => unknown): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}

for (const length of [280, 1000, 5000]) {
  const all = padded(length);
  for (const text of all.slice(0, 200)) triage(text);
  const cpu = process.cpuUsage();
  const times = all
    .map((text) => took(() => [triage(text), findPersonalData(text)]))
    .toSorted((a, b) => a - b);
  const used = process.cpuUsage(cpu);
  const at = (share: number): string => (times[Math.floor(times.length * share)] ?? 0).toFixed(2);
  console.log(
    `${length} characters: mean ${((used.user + used.system) / 1000 / all.length).toFixed(2)} ms CPU, p50 ${at(0.5)}, p99 ${at(0.99)} ms`,
  );
}

readComment('warm');
for (const [name, read] of [
  ['nearest examples', nearest],
  ['criticality and themes', readComment],
] as const)
  for (const length of [280, 5000]) {
    const times = padded(length)
      .map((text) => took(() => read(text)))
      .toSorted((a, b) => a - b);
    const [half, most] = [0.5, 0.99].map((share) =>
      (times[Math.floor(times.length * share)] ?? 0).toFixed(2),
    );
    console.log(`${length} characters: ${name} p50 ${half}, p99 ${most} ms`);
  }

const hostile = [
  'a',
  'a ',
  '. ',
  'kill ',
  'not ',
  'é',
  '🚑',
  '你',
  "'",
  'a-',
  'wont wake ',
  '\n',
  'is is ',
  'İ',
  '(',
  'a.',
];
for (const piece of hostile) {
  const text = piece.repeat(Math.ceil(100_000 / piece.length)).slice(0, 100_000);
  console.log(`100 kB of ${JSON.stringify(piece)}: triage ${took(() => triage(text)).toFixed(0)} ms`);
}
