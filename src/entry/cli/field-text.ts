import { askOf, isOptional, type Ask, type Form } from '#kernel/form.ts';
import { fieldKind } from '../api/shape.ts';
import { allOf } from './lines.ts';
import { Usage } from './complaint.ts';
import type { Input } from './ports.ts';
import { optionOf, type Shape } from './words.ts';

/** The fields of a form, as `--help` lists them. */
export function fieldsHelp(form: Form, door: Shape['door']): string[] {
  return Object.entries(form.shape).flatMap(([name, field]) => {
    const ask = askOf(field, name);
    const first = `  --${optionOf(name, door)} ${valueWord(ask)}`.trimEnd();
    const must =
      isOptional(field) || ask.kind === 'tick' || ask.kind === 'several' ? 'may be left out' : 'needed';
    return [
      first,
      `      ${ask.label} (${must})`,
      ...(ask.hint === undefined ? [] : [`      ${ask.hint}`]),
      ...Object.entries(ask.options ?? {}).map(([value, words]) => `        ${value}: ${words}`),
    ];
  });
}

function valueWord(ask: Ask): string {
  switch (ask.kind) {
    case 'tick':
      return '';
    case 'date':
      return '2026-12-24';
    case 'moment':
      return '2026-12-24T16:30';
    case 'whole':
      return 'NUMBER';
    case 'choice':
      return `ID (--dry-run lists the ${(ask.need ?? 'choices').replaceAll('-', ' ')})`;
    case 'one-of':
      return Object.keys(ask.options ?? {}).join('|');
    case 'several':
      return `${Object.keys(ask.options ?? {}).join('|')} (may be repeated)`;
    case 'secret':
      return '- (reads it from standard input)';
    default:
      return 'TEXT, or - for standard input';
  }
}

const wallTime = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}:\d{2})$/;

/**
 * Values as the form's text reader takes them: `-` is standard input (once), and a moment may be local wall time.
 * @throws Usage where a secret stands in the command itself, where every user of the machine could read it.
 */
export async function readFields(
  form: Form,
  fields: Readonly<Record<string, string | string[]>>,
  stdin: Input,
): Promise<Record<string, string | string[]>> {
  const read: Record<string, string | string[]> = {};
  let taken: string | undefined;
  for (const [name, value] of Object.entries(fields)) {
    const kind = fieldKind(form, name);
    if (kind === 'secret' && value !== '-') {
      throw new Usage(`Give --${name} as - and pipe it in: others could read it on the command line.`);
    }
    if (value === '-') {
      if (taken !== undefined)
        throw new Usage(`Only one of --${taken} and --${name} can come from standard input.`);
      taken = name;
      read[name] = (await allOf(stdin)).replace(/\r?\n$/, '');
    } else if (kind === 'moment' && typeof value === 'string' && wallTime.test(value)) {
      const [, year = '', month = '', day = '', time = ''] = wallTime.exec(value) ?? [];
      Object.assign(read, {
        [`${name}-year`]: year,
        [`${name}-month`]: month,
        [`${name}-day`]: day,
        [`${name}-time`]: time,
      });
    } else read[name] = value;
  }
  return read;
}
