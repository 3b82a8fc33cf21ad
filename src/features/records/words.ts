import type { Row } from '#kernel/lifecycle.ts';

/** A copy of the whole trail that somebody took. */
export interface TrailExport extends Row {
  state: 'taken';
  taken_by: string;
  /** The last entry in it, and that entry's hash: what a check of the file is given. */
  up_to: number;
  hash: string;
}

/** One check of the chain in this database, link by link. */
export interface TrailCheck extends Row {
  state: 'whole' | 'broken';
  made_by: string;
  entries: number;
  head: string;
  /** The first entry that does not fit; null where all fit. */
  first_bad: number | null;
}

/** This room's tables. No other room reads them. */
export interface RecordsTables {
  trail_exports: TrailExport;
  trail_checks: TrailCheck;
}

/** How something was done, as people say it. */
export const doors: Readonly<Record<string, string>> = {
  web: 'on a page',
  api: 'by another program (API)',
  cli: 'on the command line',
  worker: 'in the background',
};

/** `with-department` as people read it. */
export const plainWords = (name: string): string => name.replaceAll('-', ' ');

/** A kind of thing with its article: `an enquiry`, `a sign-in identity`. */
export const oneOf = (kind: string): string => `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${plainWords(kind)}`;
