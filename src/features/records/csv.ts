import type { Line } from './line.ts';
import { doors } from './words.ts';

const columns: readonly { readonly heading: string; readonly cell: (line: Line) => string }[] = [
  { heading: 'Entry', cell: (line) => String(line.sequence) },
  { heading: 'At (UTC)', cell: (line) => line.at },
  { heading: 'Who', cell: (line) => line.name ?? '' },
  { heading: 'As', cell: (line) => line.role ?? '' },
  { heading: 'What', cell: (line) => line.title },
  { heading: 'Command', cell: (line) => line.command },
  { heading: 'Kind of thing', cell: (line) => line.kind },
  { heading: 'Its id', cell: (line) => line.row },
  { heading: 'From', cell: (line) => line.from ?? '' },
  { heading: 'To', cell: (line) => line.to },
  { heading: 'Clause', cell: (line) => line.clause },
  { heading: 'What it asks', cell: (line) => line.words ?? '' },
  { heading: 'Basis', cell: (line) => line.basis },
  { heading: 'Policy', cell: (line) => line.policy },
  { heading: 'How', cell: (line) => doors[line.door] ?? line.door },
  { heading: 'Practice', cell: (line) => (line.practice ? 'yes' : 'no') },
  { heading: 'Hash', cell: (line) => line.hash },
];

/** Tells spreadsheets that it is UTF-8. */
const mark = '\uFEFF';

export const csvHeading = mark + csvLine(columns.map((column) => column.heading));
export const csvOf = (line: Line): string => csvLine(columns.map((column) => column.cell(line)));

/** One line as RFC 4180 has it. What a spreadsheet would take for a formula is marked as words. */
export function csvLine(cells: readonly string[]): string {
  const quoted = cells.map((cell) => {
    const words = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
    return /[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
  });
  return `${quoted.join(',')}\r\n`;
}
