import { InputRefused, Refused } from '#kernel/refusal.ts';
import { StoreAway } from '#kernel/store-port.ts';
import type { Output } from './ports.ts';

/** What the shell is told. */
export const exits = { ok: 0, refused: 1, usage: 2, away: 3 } as const;
export type Exit = (typeof exits)[keyof typeof exits];

/** The command was not written as it takes it. */
export class Usage extends Error {
  override name = 'Usage';
}

/** Something that a person can put right, said in a sentence. */
export class Complaint extends Error {
  override name = 'Complaint';
}

interface Told {
  readonly exit: Exit;
  readonly code: string;
  readonly sentence: string;
  readonly instead?: string;
  readonly clause?: string;
  readonly errors?: readonly { readonly field: string; readonly message: string }[];
}

/** Tells people (or, with `--json`, programs) what went wrong, on standard error. */
export function complain(stderr: Output, error: unknown, asJson: boolean): Exit {
  const told = toldBy(error);
  const { exit, ...rest } = told;
  stderr.write(asJson ? `${JSON.stringify({ error: rest })}\n` : inWords(told));
  return exit;
}

function toldBy(error: unknown): Told {
  if (error instanceof Usage) return { exit: exits.usage, code: 'cli.usage', sentence: error.message };
  if (error instanceof Refused) {
    return {
      exit: exits.refused,
      code: error.code,
      sentence: error.message,
      instead: error.instead,
      ...(error.citation ? { clause: error.citation.clause } : {}),
    };
  }
  if (error instanceof InputRefused) {
    return {
      exit: exits.refused,
      code: 'cli.input',
      sentence: 'Some values cannot be used.',
      errors: error.errors,
    };
  }
  if (error instanceof StoreAway) {
    return {
      exit: exits.away,
      code: 'cli.away',
      sentence: `The database cannot be reached: ${error.message}`,
      instead: 'Start Signpost on this machine, or check DATABASE_URL, and try again.',
    };
  }
  return { exit: exits.refused, code: fileCode(error), sentence: sentenceOf(error) };
}

const fileCode = (error: unknown): string => (errnoOf(error) === undefined ? 'cli.failed' : 'cli.file');

function sentenceOf(error: unknown): string {
  const path =
    typeof error === 'object' && error !== null && 'path' in error ? String(error.path) : 'the file';
  switch (errnoOf(error)) {
    case 'ENOENT':
      return `There is no ${path}.`;
    case 'EACCES':
    case 'EPERM':
      return `You may not use ${path}: check who owns it.`;
    case 'EISDIR':
      return `${path} is a folder; name a file.`;
    case 'ENOSPC':
      return 'The disk is full.';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}

const errnoOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error
    ? error.code
    : undefined;

function inWords({ sentence, instead, clause, errors }: Told): string {
  const lines = [
    sentence,
    ...(errors ?? []).map(({ field, message }) => (field === '' ? `  ${message}` : `  ${field}: ${message}`)),
    ...(instead === undefined ? [] : [instead]),
    ...(clause === undefined ? [] : [`Under clause ${clause}.`]),
  ];
  return `${lines.join('\n')}\n`;
}
