/** A scale is learned as one head a step: “at most this”. What a comment is, is the lowest step plus those it passes. */
export interface Scale {
  readonly name: string;
  readonly steps: readonly number[];
}

/** From very bad to very good. The scheme has -5 and 5; no text that we have was given either. */
export const criticality: Scale = { name: 'criticality', steps: [-4, -3, -2, -1, 0, 1, 2, 3, 4] };

/** 1 very good to 5 very bad, as the source counts. */
export const sentiment: Scale = { name: 'sentiment', steps: [1, 2, 3, 4, 5] };

export const headsOf = ({ name, steps }: Scale): string[] =>
  steps.slice(0, -1).map((step) => `${name} at most ${step}`);

/** @param above whether each head, in the order of `headsOf`, says “at most this”. */
export const onScale = ({ steps }: Scale, above: readonly boolean[]): number =>
  steps[above.filter((one) => !one).length] ?? 0;
