import { beside } from './queries/beside.ts';
import { heldNow, oneHold } from './queries/holds.ts';
import { oneRemoval } from './queries/one.ts';
import { overview } from './queries/overview.ts';
import { report } from './queries/report.ts';

export { beside, heldNow, oneHold, oneRemoval, overview, report };

export const questions = [overview, oneRemoval, beside, heldNow, oneHold, report];
