/** Measures the checks and writes docs/generated/checks.md. Run as `script/evaluate`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { measureAll, pathOfReport, report } from './report.ts';

mkdirSync(dirname(pathOfReport), { recursive: true });
writeFileSync(pathOfReport, report(measureAll(), measureAll('gate-')));
