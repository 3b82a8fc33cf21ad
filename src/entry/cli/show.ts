import type { Output } from './ports.ts';

/** One JSON value, indented for reading; ends with a line feed. */
export const showJson = (stdout: Output, value: unknown): void => {
  stdout.write(`${JSON.stringify(value, null, 2)}\n`);
};

/** Columns set straight with spaces; the last is not padded. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows
    .map((row) =>
      row
        .map((text, column) => text.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('');
}

/** An answer in words: lists of records as columns, records as lines, all else as JSON. */
export function inWords(answer: unknown, indent = ''): string {
  const value: unknown = JSON.parse(JSON.stringify(answer ?? null));
  if (Array.isArray(value)) return listInWords(value, indent);
  if (!isRecord(value)) return `${indent}${cell(value)}\n`;
  return Object.entries(value)
    .map(([name, each]) =>
      isPlain(each)
        ? `${indent}${name}: ${cell(each)}\n`
        : `${indent}${name}:\n${inWords(each, `${indent}  `)}`,
    )
    .join('');
}

function listInWords(list: readonly unknown[], indent: string): string {
  if (list.length === 0) return `${indent}none\n`;
  if (list.every((each) => isRecord(each) && Object.values(each).every(isPlain))) {
    const records = list.filter(isRecord);
    const names = [...new Set(records.flatMap((record) => Object.keys(record)))];
    const rows = records.map((record) => names.map((name) => cell(record[name])));
    return columns([names, ...rows])
      .replaceAll(/^/gm, indent)
      .replace(/[ ]+$/, '');
  }
  return list
    .map((each) =>
      isPlain(each) ? `${indent}- ${cell(each)}\n` : `${indent}-\n${inWords(each, `${indent}  `)}`,
    )
    .join('');
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isPlain = (value: unknown): boolean => typeof value !== 'object' || value === null;

/** One line, and no control character: an answer must not be able to steer a terminal. */
function cell(value: unknown): string {
  if (value === null || value === undefined) return '-';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.replaceAll(/\p{Cc}+/gu, ' ');
}
