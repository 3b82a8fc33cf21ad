import curve from './models/page-curve.json' with { type: 'json' };

/** What a page threshold finds and lets through, of texts that no training saw. */
export interface PageStep {
  /** How much more than usual the score must be. */
  readonly margin: number;
  /** Of the texts that should page, so many do. */
  readonly found: number;
  /** Of the harmless ones, so many do as well. */
  readonly needless: number;
}

export interface PageCurve {
  /** The model's own name, as `modelName` gives it. */
  readonly model: string;
  readonly urgent: number;
  readonly harmless: number;
  readonly steps: readonly PageStep[];
}

/** Measured by `script/evaluate` on the gate, in steps of half a point. */
export const pageCurve: PageCurve = curve;
