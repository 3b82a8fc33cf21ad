import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPolicy, type Policy } from '#policy/index.ts';
import { checkDraft, type Draft, type Medium, type Settings, type Verdict } from './index.ts';

const folder = join(import.meta.dirname, '../../policies');
const file = (id: string, name: string) => readFileSync(join(folder, id, name), 'utf8');

/** A pack of the checkout. */
export const packOf = (id: string): Policy =>
  readPolicy({
    'clauses.md': file(id, 'clauses.md'),
    'policy.json': file(id, 'policy.json'),
    'bindings.json': file(id, 'bindings.json'),
  });

export const health = packOf('icb002/1.0');
export const council = packOf('lmc-sm/2.1');

/** A picture with which nothing is the matter. */
export const picture = (more: Partial<Medium> = {}): Medium => ({
  kind: 'image',
  name: 'van.jpg',
  alt: 'A nurse at the door of a blue van in a car park',
  people: 0,
  licence: 'own',
  ...more,
});

export const film = (more: Partial<Medium> = {}): Medium => ({
  kind: 'video',
  name: 'van.mp4',
  captions: { source: 'human', cues: 12, coversSeconds: 50 },
  transcript: 'yes',
  described: true,
  durationSeconds: 60,
  people: 0,
  licence: 'own',
  ...more,
});

export const verdict = (
  draft: string | (Partial<Draft> & { text: string }),
  settings: Settings = {},
  policy = health,
): Verdict =>
  checkDraft(
    { accountKind: 'corporate', ...(typeof draft === 'string' ? { text: draft } : draft) },
    policy,
    settings,
  );

/** The references of everything found, each once, in their order. */
export const refs = (draft: Parameters<typeof verdict>[0], settings: Settings = {}): string[] =>
  [...new Set(verdict(draft, settings).findings.map((one) => one.ref))].sort();

/** The text with the first fix of a rule put in. */
export function mended(text: string, ref: string, settings: Settings = {}): string | undefined {
  const fix = verdict(text, settings).findings.find((one) => one.ref === ref && one.fix)?.fix;
  return fix ? text.slice(0, fix.start) + fix.replacement + text.slice(fix.end) : undefined;
}
