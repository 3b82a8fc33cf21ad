import { featuresOf } from '../features.ts';
import { clausesOf, type Clause } from '../tokens.ts';
import { targetsOf, type Prepared } from './fit.ts';
import type { Example } from './texts.ts';

/** A text with the hashes of what each of its clauses says. */
export interface Ready {
  readonly example: Example;
  readonly clauses: readonly Clause[];
  readonly prepared: Prepared;
}

export function ready(example: Example): Ready {
  const clauses = clausesOf(example.text);
  return {
    example,
    clauses,
    prepared: {
      clauses: clauses.map(featuresOf),
      targets: targetsOf(example.labels, example.severity),
    },
  };
}
