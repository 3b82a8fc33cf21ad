import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseAst } from 'rolldown/parseAst';

/** The checkout's root. */
export const root = join(import.meta.dirname, '..');

/** One source file, as the guards look at it. */
export interface SourceFile {
  /** Path from the root, with forward slashes: `src/kernel/perform.ts`. */
  readonly path: string;
  readonly text: string;
}

/** A place where the plan is not kept. */
export interface Trespass {
  readonly path: string;
  readonly line: number;
  readonly what: string;
}

/** Every source file under these folders of the checkout. */
export function sources(...folders: string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter(
        (entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.parentPath.includes('node_modules'),
      )
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => ({
        path: relative(root, path).replaceAll('\\', '/'),
        text: readFileSync(path, 'utf8'),
      })),
  );
}

export const isTest = (path: string): boolean =>
  /\.test\.tsx?$/.test(path) ||
  path.includes('/testing') ||
  /\/(builders|contract-suite|fault-proxy)\.ts$/.test(path);

export interface Import {
  readonly specifier: string;
  readonly line: number;
  readonly typeOnly: boolean;
}

/** Imports, re-exports and dynamic imports of a file. */
export function importsOf(file: SourceFile): Import[] {
  const found: Import[] = [];
  const pattern =
    /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'"();]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;
  for (const match of file.text.matchAll(pattern)) {
    const specifier = match[2] ?? match[3];
    if (specifier === undefined) continue;
    found.push({ specifier, line: lineOf(file.text, match.index + 1), typeOnly: match[1] !== undefined });
  }
  return found;
}

export const lineOf = (text: string, index: number): number => text.slice(0, index).split('\n').length;

/** The room that a specifier of this file leads to (`kernel`, `features/inbox`), and the path inside; undefined for borrowed code. */
export function target(file: SourceFile, specifier: string): string | undefined {
  if (specifier.startsWith('#')) return `src/${specifier.slice(1).replace(/^src\//, '')}`;
  if (!specifier.startsWith('.')) return undefined;
  return relative(root, join(root, file.path, '..', specifier)).replaceAll('\\', '/');
}

/** `src/features/inbox/due.ts` -> `features/inbox`; `src/kernel/act.ts` -> `kernel`; `src/main.ts` -> `main`. */
export function roomOf(path: string): string {
  const [top, first, second] = path.split('/');
  if (top !== 'src' || first === undefined) return top ?? '';
  if (first === 'features' && second !== undefined) return `features/${second}`;
  return first.replace(/\.tsx?$/, '');
}

/** Lines without comments, for guards that look for words in code. Line numbers stay true. */
export function withoutComments(text: string): string {
  return text
    .replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, ' '))
    .replaceAll(
      /(^|[^:'"`\\])\/\/[^\n]*/g,
      (comment, before: string) => before + ' '.repeat(comment.length - before.length),
    );
}

/** Every match of a pattern in a file's code as a trespass. */
export function matches(file: SourceFile, pattern: RegExp, what: string): Trespass[] {
  const code = withoutComments(file.text);
  return [...code.matchAll(pattern)].map((match) => ({
    path: file.path,
    line: lineOf(code, match.index),
    what: `${what}: ${match[0].trim()}`,
  }));
}

interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

const isNode = (value: unknown): value is SyntaxNode & Record<string, unknown> =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value;

/** Functions of a file with the number of lines that are each one's own: a function inside it is counted by itself. */
export function functionsOf(file: SourceFile): { line: number; lines: number }[] {
  const found: { line: number; lines: number }[] = [];
  /** @returns the lines of functions inside, so that the one around them does not count them again. */
  const visit = (value: unknown): number => {
    if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + visit(one), 0);
    if (!isNode(value)) return 0;
    const inside = Object.values(value).reduce((sum: number, one) => sum + visit(one), 0);
    if (!/^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(value.type)) return inside;
    const line = lineOf(file.text, value.start);
    const all = lineOf(file.text, value.end) - line + 1;
    found.push({ line, lines: all - inside });
    // One that stands on a single line takes none away from those around it.
    return all > 1 ? Math.max(all - 1, inside) : inside;
  };
  visit(parseAst(file.text, { lang: file.path.endsWith('x') ? 'tsx' : 'ts' }, file.path));
  return found;
}
