/** A table of Markdown. Text in cells cannot break out of it. */
export function markdownTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(inCell).join(' | ')} |`;
  return [line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n');
}

const inCell = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ');

export const code = (text: string): string => `\`${text}\``;

export const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** `enquiry-note` -> `enquiry note` */
export const spaced = (name: string): string => name.replaceAll(/[-_]/g, ' ');

/** Said at the head of every generated page. */
export const generated =
  '<!-- Generated from the declarations. Do not edit: run script/docs, which makes it anew. -->';
