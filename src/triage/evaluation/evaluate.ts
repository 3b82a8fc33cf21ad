/** Measures triage and writes docs/generated/triage.md and models/page-curve.json. Run as `script/evaluate`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { headAt } from '../heads.ts';
import { labels } from '../labels.ts';
import { ownModel } from '../model.ts';
import { tierScores } from '../tiers.ts';
import { allowed, heldOut, type HeldOut } from '../training/calibrate.ts';
import { ready } from '../training/prepare.ts';
import { examplesOf, gate, openers, type Example } from '../training/texts.ts';
import { trainingTexts } from '../training/train.ts';
import { triage } from '../triage.ts';
import { measureCurve } from './measure-curve.ts';
import type { Judged } from './measure.ts';
import { byGroup, labelTable, openerTable, tierTable } from './report.ts';

const judge = (example: Example, text = example.text): Judged => {
  const { page, lookFirst, labels: its } = triage(text);
  return { example, verdict: { page, seenFirst: page || lookFirst, labels: its } };
};

/** The model alone, on texts whose author it never saw; without the phrases, which were written over these texts. */
function judgeHeldOut({ example, scores }: HeldOut): Judged {
  const { card } = ownModel();
  const unread = example.lang !== undefined;
  const tier = tierScores(scores);
  const page = tier.page > (unread ? card.tiers.pageUnread : card.tiers.page);
  const likely = labels.filter(
    (label) => (scores[headAt(label)] ?? -Infinity) > (card.labels[label] ?? Infinity),
  );
  return {
    example,
    verdict: { page, seenFirst: page || unread || tier.look > card.tiers.look, labels: likely },
  };
}

function report(): string {
  const texts = trainingTexts();
  const own = examplesOf(gate).map((example) => judge(example));
  const crossed = heldOut(texts.map(ready)).map(judgeHeldOut);
  const behind = openers().map((opener) => ({
    opener,
    judged: examplesOf(gate).map((example) => judge(example, `${opener} ${example.text}`)),
  }));
  return [
    '# Triage, measured',
    '',
    `Made by \`script/evaluate\`. ${texts.length} training texts, ${own.length} gate texts that no training saw. Thresholds let through ${allowed.page * 100}% (page) and ${allowed.look * 100}% (looked at first) of the harmless texts of authors whom the model had not seen. All texts are invented; no clinician and no native speaker has reviewed them.`,
    '',
    'Wanted on unseen texts: page recall .90 with at most .12 of harmless texts paging; .98 of S1 and S2 paged or looked at first with at most .35 of harmless texts among them. **Where a figure below is worse, the demand is not met.** A person reads every text, whatever its tier.',
    '',
    '## The gate',
    '',
    'The whole reader: phrases and model.',
    '',
    ...tierTable(own),
    '',
    ...labelTable(own),
    '',
    '## The gate behind harmless openers',
    '',
    'Each opener was put in front of every text of the gate. Wanted: page recall within .05 of that without an opener.',
    '',
    ...openerTable(own, behind),
    '',
    '## Authors that the model had not seen',
    '',
    'The model alone, trained without the author.',
    '',
    ...tierTable(crossed),
    '',
    ...byGroup(crossed, ({ example }) => example.set),
    '',
    ...byGroup(
      crossed.filter(({ example }) => example.lang !== undefined),
      ({ example }) => example.lang ?? 'en',
    ),
    '',
    ...labelTable(crossed),
    '',
  ].join('\n');
}

if (import.meta.main) {
  const folder = join(import.meta.dirname, '../../../docs/generated');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'triage.md'), report());
  const curve = join(import.meta.dirname, '../models/page-curve.json');
  writeFileSync(curve, `${JSON.stringify(measureCurve(), null, 2)}\n`);
}
