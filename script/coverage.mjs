// Do the tests that the coverage of the policy names exist, and did they run and pass?
// Usage: node script/coverage.mjs RESULTS.json ... (what the test runner wrote)
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { loadPacks } from '../src/store/policy-folder.ts';
import { coverageReport, checkCoverage, readCoverage } from '../src/policy/index.ts';

const root = join(import.meta.dirname, '..');
const ran = process.argv.slice(2).flatMap((file) =>
  JSON.parse(readFileSync(file, 'utf8')).testResults.flatMap((result) =>
    result.assertionResults.map((test) => ({
      file: relative(root, result.name),
      name: [...test.ancestorTitles, test.title].join(' > '),
      state: test.status,
    })),
  ),
);
let wrong = 0;
for (const { policy, coverage } of await loadPacks(join(root, 'policies'))) {
  if (coverage === undefined) continue;
  const read = readCoverage(coverage, policy);
  const missing = checkCoverage(read, ran);
  wrong += missing.length;
  for (const one of missing) process.stderr.write(`Named and not seen to pass: ${one}\n`);
  process.stdout.write(`${policy.id}: ${JSON.stringify(coverageReport(policy, read).totals)}\n`);
}
process.exitCode = wrong === 0 ? 0 : 1;
