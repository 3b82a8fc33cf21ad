import { featuresOf } from '../features.ts';
import { clausesOf } from '../tokens.ts';
import { targetsOf, type Prepared } from './fit.ts';
import type { Example } from './texts.ts';

export interface Ready {
  readonly example: Example;
  readonly prepared: Prepared;
}

export const ready = (example: Example): Ready => ({
  example,
  prepared: {
    clauses: clausesOf(example.text).map(featuresOf),
    targets: targetsOf(example.labels, example.severity),
    weight: 1,
  },
});
