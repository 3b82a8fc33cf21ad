import { statesOf, type Lifecycle, type Step } from '#kernel/lifecycle.ts';
import { spaced } from './markdown.ts';

/** A lifecycle as a Mermaid state diagram, as GitHub and others draw it: what leads from one state to another. */
export function stateDiagram(of: Lifecycle): string {
  const arrows = new Map<string, string[]>();
  for (const step of of.steps) {
    for (const [from, to] of endsOf(step).filter(([start, end]) => start !== end)) {
      const arrow = `${from} --> ${to}`;
      arrows.set(arrow, [...new Set([...(arrows.get(arrow) ?? []), spaced(step.by)])]);
    }
  }
  const states = statesOf(of);
  const last = states.filter((state) => !of.steps.some((step) => leaves(step, state)));
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...states.map((state) => `  state "${spaced(state)}" as ${nodeOf(state)}`),
    ...[...arrows].map(([arrow, verbs]) => `  ${arrow}: ${verbs.join(', ')}`),
    ...last.map((state) => `  ${nodeOf(state)} --> [*]`),
    '```',
  ].join('\n');
}

/** The verbs that may leave a row where it is, which the diagram does not draw. */
export const verbsThatStay = (of: Lifecycle): string[] => [
  ...new Set(
    of.steps.filter((step) => endsOf(step).some(([from, to]) => from === to)).map((step) => step.by),
  ),
];

/** A name that Mermaid takes: `end` and others are words of its own. */
const nodeOf = (state: string): string => `s_${state.replaceAll('-', '_')}`;

function endsOf(step: Step): [from: string, to: string][] {
  const froms = step.from === 'nothing' ? ['[*]'] : step.from.map(nodeOf);
  const tos = typeof step.to === 'string' ? [step.to] : step.to;
  return froms.flatMap((from) =>
    tos.map((to): [string, string] => [from, to === 'same' ? from : nodeOf(to)]),
  );
}

/** Does this step lead out of the state to another? */
function leaves(step: Step, state: string): boolean {
  if (step.from === 'nothing' || !step.from.includes(state)) return false;
  return [step.to].flat().some((to) => to !== 'same' && to !== state);
}
