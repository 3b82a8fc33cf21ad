import { pagingByDefault } from '../labels.ts';
import type { PageCurve } from '../page-curve.ts';
import { examplesOf, gate, isHarmless } from '../training/texts.ts';
import { triage } from '../triage.ts';
import { modelName } from '../warm.ts';

const margins = [-1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 2.5, 3];

/** What each page threshold finds and lets through, on the gate. */
export function measureCurve(): PageCurve {
  const read = examplesOf(gate).map((example) => ({ example, scores: triage(example.text).scores }));
  const urgent = read.filter(({ example }) =>
    example.labels.some((label) => pagingByDefault.includes(label)),
  );
  const harmless = read.filter(({ example }) => isHarmless(example));
  const paging = (some: typeof read, margin: number): number =>
    some.filter(({ scores }) => scores.anyway || (scores.page ?? -Infinity) > margin).length;
  return {
    model: modelName(),
    urgent: urgent.length,
    harmless: harmless.length,
    steps: margins.map((margin) => ({
      margin,
      found: paging(urgent, margin),
      needless: paging(harmless, margin),
    })),
  };
}
