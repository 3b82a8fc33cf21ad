import { appliesTo, type AppliesTo, type Clause } from './policy.ts';

/** A clause as its file gives it; the number of its section as printed comes from the document. */
export type WrittenClause = Omit<Clause, 'number'>;

/**
 * Reads clauses: `## Section`, then `### id Title`, then settings a line each, then the text.
 * Settings are `applies: personal, corporate` and `basis: inferred` (the document does not say it; we read it so).
 * @param problems is given everything that is wrong.
 */
export function readClauses(markdown: string, problems: string[]): WrittenClause[] {
  const clauses: WrittenClause[] = [];
  let section = '';
  for (const block of markdown.split(/^(?=#{2,3} )/m)) {
    const [heading = '', ...lines] = block.trim().split('\n');
    if (heading.startsWith('## ')) section = heading.slice(3).trim();
    if (!heading.startsWith('### ')) continue;
    const [id = '', ...title] = heading.slice(4).trim().split(' ');
    const clause = { id, title: title.join(' '), section, ...body(id, lines, problems) };
    if (clause.text === '' || clause.title === '')
      problems.push(`clauses.md: ${id} needs a title and a text`);
    if (section === '') problems.push(`clauses.md: ${id} stands in no section (## Section)`);
    if (clauses.some((one) => one.id === id)) problems.push(`clauses.md: ${id} stands there twice`);
    clauses.push(clause);
  }
  if (clauses.length === 0) problems.push('clauses.md holds no clause (### id Title)');
  return clauses;
}

/** Settings end at the first line that is none. */
function body(
  id: string,
  lines: readonly string[],
  problems: string[],
): Pick<WrittenClause, 'applies' | 'basis' | 'text'> {
  const first = lines.findIndex((line) => !/^[a-z]+:/.test(line));
  const end = first < 0 ? lines.length : first;
  let applies: AppliesTo[] = [];
  let basis: Clause['basis'] = 'stated';
  for (const line of lines.slice(0, end)) {
    const [name = '', value = ''] = line.split(/:\s*/, 2);
    if (name === 'applies') applies = appliesFrom(id, value, problems);
    else if (name === 'basis' && (value === 'stated' || value === 'inferred')) basis = value;
    else
      problems.push(
        `clauses.md: ${id}: “${line}” is no setting (applies: ${appliesTo.join(', ')}; basis: stated or inferred)`,
      );
  }
  return { applies, basis, text: lines.slice(end).join('\n').trim() };
}

function appliesFrom(id: string, value: string, problems: string[]): AppliesTo[] {
  const words = value.split(',').map((one) => one.trim());
  const wrong = words.filter((one) => !isApplies(one));
  if (wrong.length > 0)
    problems.push(`clauses.md: ${id} applies to ${wrong.join(', ')}, which is nothing that we know`);
  return words.filter(isApplies);
}

const isApplies = (word: string): word is AppliesTo => appliesTo.some((one) => one === word);
