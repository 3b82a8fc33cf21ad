import { createReadStream } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import type { TrailLine } from '#kernel/store-port.ts';
import { withOpened } from './caller.ts';
import { exits, Usage, type Exit } from './complaint.ts';
import { linesOf, piecesOf, writeLines } from './lines.ts';
import type { CliIo, NotedHead, Place } from './ports.ts';
import { columns, showJson } from './show.ts';

/** Writes the whole trail as JSON lines: to a file that appears only when it is whole, or to standard output. */
export async function exportTrail(io: CliIo, options: Place & { out?: string }): Promise<Exit> {
  const { out } = options;
  return withOpened(io, options, async (opened) => {
    const noted = noting(opened.exportAudit());
    if (out === undefined) await writeLines(io.stdout, noted.lines);
    else await writeWhole(out, noted.lines);
    const head = noted.head();
    if (out !== undefined)
      io.stderr.write(`Written to ${out}. Anyone can check it: signpost audit verify ${out}\n`);
    if (head !== undefined) io.stderr.write(`Note this elsewhere, on paper say: --head ${head}\n`);
    return exits.ok;
  });
}

async function writeWhole(out: string, lines: AsyncIterable<string>): Promise<void> {
  const part = `${out}.part`;
  try {
    await writeFile(part, piecesOf(lines), { mode: 0o600, flush: true });
    await rename(part, out);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/** Passes the lines on, and knows the last one's number and hash afterwards. */
function noting(from: AsyncIterable<string>): { lines: AsyncIterable<string>; head(): string | undefined } {
  let last = '';
  return {
    lines: (async function* pass() {
      for await (const line of from) {
        last = line;
        yield line;
      }
    })(),
    head() {
      const { sequence, hash } = last === '' ? {} : (JSON.parse(last) as Record<string, unknown>);
      return typeof sequence === 'number' && typeof hash === 'string' ? `${sequence}:${hash}` : undefined;
    },
  };
}

/** Checks an exported trail link by link, without a database. */
export async function verifyTrail(
  io: CliIo,
  file: string,
  options: { head?: string; json?: true },
): Promise<Exit> {
  const noted = options.head === undefined ? undefined : notedHead(options.head);
  const lines = linesOf(file === '-' ? io.stdin : createReadStream(file));
  const verdict = await io.run.verifyAudit(lines, noted);
  if (options.json) showJson(io.stdout, verdict);
  else if (verdict.ok) {
    io.stdout.write(
      `Whole: ${verdict.entries} entries, each linked to the one before.\nHead: ${verdict.entries}:${verdict.head}\n`,
    );
    if (!noted)
      io.stdout.write(
        'No file can show that its end was cut off: compare the head with one that was noted elsewhere (--head).\n',
      );
  } else {
    const entry =
      verdict.sequence === null
        ? ''
        : `entry ${verdict.sequence}${verdict.id === null ? '' : ` (${verdict.id})`}, `;
    io.stderr.write(
      `Not whole. The first bad place is ${entry}line ${verdict.line} of the file: ${verdict.reason}.\n`,
    );
  }
  return verdict.ok ? exits.ok : exits.refused;
}

function notedHead(text: string): NotedHead {
  const [, sequence, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (sequence === undefined || hash === undefined) {
    throw new Usage(
      'Give --head as it was noted: the number of the entry, a colon, and its 64 hexadecimal digits.',
    );
  }
  return { sequence: Number(sequence), hash };
}

export interface Find extends Place {
  readonly kind?: string;
  readonly row?: string;
  readonly clause?: string;
  readonly rule?: string;
  readonly actor?: string;
  readonly command?: string;
  readonly before?: string;
  readonly limit?: string;
  readonly json?: true;
}

/** Lines of the trail, newest first. They hold ids and digests, never what a person wrote. */
export async function findInTrail(io: CliIo, options: Find): Promise<Exit> {
  const { practice, json, before, limit, ...query } = options;
  const lines = await withOpened(io, { practice }, ({ house }) =>
    house.store.trail.find({ ...query, ...whole('before', before), ...whole('limit', limit ?? '50') }),
  );
  if (json) showJson(io.stdout, lines);
  else
    io.stdout.write(
      columns([['NUMBER', 'AT', 'WHO', 'COMMAND', 'ROW', 'FROM', 'TO', 'CLAUSE'], ...lines.map(inRow)]),
    );
  return exits.ok;
}

const inRow = ({ sequence, entry }: TrailLine): string[] => [
  String(sequence),
  entry.at,
  entry.actor,
  entry.command,
  entry.row,
  entry.from ?? '-',
  entry.to,
  entry.clause,
];

function whole(name: string, text: string | undefined): Record<string, number> {
  if (text === undefined) return {};
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new Usage(`Give --${name} as a whole number above nought.`);
  const number = Number(text);
  if (name === 'limit' && number > 200)
    throw new Usage('Give --limit as at most 200; --before asks for the next page.');
  return { [name]: number };
}
