import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDraft, type Draft } from '../../draft.ts';
import { heads } from '../heads.ts';
import { readMeaning } from '../meant.ts';
import { unsaid, type Lesson } from './fit.ts';

const folder = join(import.meta.dirname, '../../examples');
const lines = <T>(file: string): T[] =>
  readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);

interface Judged extends Draft {
  readonly id: string;
  readonly expect: readonly { readonly ref: string; readonly severity: string }[];
  readonly may?: readonly string[];
}
interface Tuned {
  readonly ref: string;
  readonly breaks: boolean;
  readonly text: string;
  readonly answer?: true;
  readonly preElection?: true;
  readonly accountKind?: 'personal';
}

const inPeriod = (ref: string): boolean => ref.startsWith('PEP-0');

/** What is wanted of a head for a draft that breaks these rows. Where one act breaks two rows, the second is left unsaid. */
function wanted(
  ref: string,
  breaks: readonly string[],
  may: readonly string[],
  preElection: boolean,
): number {
  if (inPeriod(ref) && !preElection) return unsaid;
  if (breaks.includes(ref)) return 1;
  if (may.includes(ref)) return unsaid;
  const overlaps =
    (ref === 'PEP-15' && breaks.includes('PEP-06')) ||
    (inPeriod(ref) && breaks.some(inPeriod)) ||
    (ref === 'CNT-07' && preElection && breaks.some(inPeriod)) ||
    (ref === 'CNT-01' && breaks.some((one) => one.startsWith('PD') || one === 'CNT-03'));
  return overlaps ? unsaid : 0;
}

/** An answer teaches twice: with what it answers, and as it looks alone. */
function lessonsOf(
  id: string,
  author: string,
  draft: Draft,
  breaks: readonly string[],
  may: readonly string[],
  only?: string,
): Lesson[] {
  const whole = readDraft(draft);
  const forms =
    whole.replyTo === undefined
      ? [whole]
      : [whole, readDraft({ ...draft, context: { ...draft.context, replyTo: undefined } })];
  const targets = Uint8Array.from(heads, ({ ref }) =>
    only !== undefined && ref !== only ? unsaid : wanted(ref, breaks, may, whole.preElection),
  );
  return forms.map((form) => ({ id, author, read: readMeaning(form), targets }));
}

/** Files of judged drafts, and whose they are; in the last the batch stands in the id. */
const judgedFiles = [
  ['drafts.jsonl', 'D'],
  ['second-look.jsonl', 'S'],
  ['round-a.jsonl', 'B'],
  ['meant.jsonl', undefined],
] as const;

/** All that is taught, in one order. Drafts of the gate teach nothing. */
export function allLessons(): Lesson[] {
  const judged = judgedFiles.flatMap(([file, author]) =>
    lines<Judged>(file).flatMap((draft) =>
      lessonsOf(
        draft.id,
        author ?? draft.id.charAt(0),
        draft,
        draft.expect.filter(({ severity }) => severity === 'block').map(({ ref }) => ref),
        draft.may ?? [],
      ),
    ),
  );
  const tuned = lines<Tuned>('tuned.jsonl').flatMap(
    ({ ref, breaks, text, answer, preElection, accountKind }, at) =>
      lessonsOf(
        `T${at}`,
        'T',
        {
          text,
          accountKind: accountKind ?? 'corporate',
          context: { ...(answer ? { replyTo: 'Can you help?' } : {}), preElection },
        },
        breaks ? [ref] : [],
        [],
        ref,
      ),
  );
  const inOrder = ['in-order.jsonl', 'answers-in-order.jsonl'].flatMap((file) =>
    lines<{ text: string }>(file).flatMap(({ text }, at) =>
      [false, true].flatMap((preElection) =>
        lessonsOf(`I${at}`, 'I', { text, accountKind: 'corporate', context: { preElection } }, [], []),
      ),
    ),
  );
  return [...judged, ...tuned, ...inOrder];
}
