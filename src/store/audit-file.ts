import { createHash } from 'node:crypto';
import type { LinkedEntry } from '#kernel/audit-entry.ts';

/** First line of an exported trail. */
interface Header {
  readonly signpost: 'audit-trail';
  readonly format: 1;
}
const header: Header = { signpost: 'audit-trail', format: 1 };
export const nothingBefore = '0'.repeat(64);

/** The hash of an entry: SHA-256 over the hash before it, a line feed, and the canonical text, as UTF-8; hex. */
export const linkHash = (previous: string, text: string): string =>
  createHash('sha256').update(`${previous}\n${text}`, 'utf8').digest('hex');

/** The trail as JSON lines: a header, then one linked entry a line. Holds no salt, so no digest in it can be tried out. */
export async function* exportLines(entries: AsyncIterable<LinkedEntry>): AsyncGenerator<string> {
  yield JSON.stringify(header);
  for await (const entry of entries) yield JSON.stringify(entry);
}

export type Verified =
  | { readonly ok: true; readonly entries: number; readonly head: string }
  | {
      readonly ok: false;
      readonly line: number;
      readonly sequence: number | null;
      readonly id: string | null;
      readonly reason: string;
    };

/**
 * Verifies an exported trail without a database.
 * @param expected a head that was noted elsewhere (a printed paper, another machine): it also catches a tail that
 *   was cut off, or hashed anew from some entry on, which no chain can show by itself.
 */
export async function verifyLines(
  lines: AsyncIterable<string>,
  expected?: { sequence: number; hash: string },
): Promise<Verified> {
  let line = 0;
  let sequence = 0;
  let previous = nothingBefore;
  let anchored = expected === undefined || expected.sequence === 0;
  for await (const text of lines) {
    if (text.trim() === '') continue;
    line += 1;
    if (line === 1) {
      const wrong = wrongHeader(text);
      if (wrong !== undefined) return bad(line, null, null, wrong);
      continue;
    }
    const read = readEntry(text);
    if (typeof read === 'string') return bad(line, null, null, read);
    const reason = wrongLink(read, sequence + 1, previous);
    if (reason !== undefined) return bad(line, read.sequence, idOf(read.text), reason);
    ({ sequence, hash: previous } = read);
    if (expected?.sequence === sequence) {
      if (expected.hash !== previous)
        return bad(
          line,
          sequence,
          idOf(read.text),
          'differs from the head that was noted: it, or something before it, was rewritten',
        );
      anchored = true;
    }
  }
  if (line === 0) return bad(0, null, null, 'the file is empty');
  if (!anchored)
    return bad(
      line,
      sequence,
      null,
      `the trail ends at entry ${sequence}, before the noted head ${String(expected?.sequence)}`,
    );
  return { ok: true, entries: sequence, head: previous };
}

function wrongHeader(text: string): string | undefined {
  const read = parsed(text);
  const isHeader =
    typeof read === 'object' && read !== null && 'signpost' in read && read.signpost === header.signpost;
  if (!isHeader) return 'this is not an exported audit trail';
  return 'format' in read && read.format === header.format
    ? undefined
    : 'this trail was exported by a newer version';
}

function readEntry(text: string): LinkedEntry | string {
  const read = parsed(text);
  if (typeof read !== 'object' || read === null) return 'the line is not a JSON object';
  const { sequence, text: entry, previous, hash } = read as Record<string, unknown>;
  if (
    typeof sequence !== 'number' ||
    typeof entry !== 'string' ||
    typeof previous !== 'string' ||
    typeof hash !== 'string'
  ) {
    return 'the line lacks sequence, text, previous or hash';
  }
  return { sequence, text: entry, previous, hash };
}

function wrongLink(entry: LinkedEntry, expected: number, previous: string): string | undefined {
  if (entry.sequence !== expected) return `entry ${expected} is missing or out of order here`;
  if (entry.previous !== previous) return 'does not follow from the entry before it';
  if (entry.hash !== linkHash(previous, entry.text)) return 'its text was changed, or its hash was';
  return undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function idOf(text: string): string | null {
  const read = parsed(text);
  return typeof read === 'object' && read !== null && 'id' in read && typeof read.id === 'string'
    ? read.id
    : null;
}

const bad = (line: number, sequence: number | null, id: string | null, reason: string): Verified => ({
  ok: false,
  line,
  sequence,
  id,
  reason,
});
