import { Usage } from './complaint.ts';

/** The words after `do` or `ask`, taken apart. */
export interface Words {
  readonly operands: readonly string[];
  /** Options of the door itself, such as `--json`. */
  readonly door: ReadonlyMap<string, string>;
  /** Fields of the declaration, by name; a field may come more than once. */
  readonly fields: Readonly<Record<string, string | string[]>>;
}

export interface Shape {
  /** Options of the door: true where one takes a value. */
  readonly door: Readonly<Record<string, boolean>>;
  /** The kinds of the declared fields; undefined before the declaration is known. */
  fieldKind(operands: readonly string[], name: string): string | undefined;
}

/**
 * Takes the words of `signpost do enquiry.reply ID --text "..." --json` apart by the command's declaration.
 * A value that begins with a dash is given as `--name=-value`.
 * @throws Usage naming the word that is wrong.
 */
export function readWords(words: readonly string[], shape: Shape): Words {
  const operands: string[] = [];
  const door = new Map<string, string>();
  const fields: Record<string, string | string[]> = Object.create(null);
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (word === '--') {
      operands.push(...words.slice(index + 1));
      break;
    }
    if (!word.startsWith('-') || word === '-') {
      operands.push(word);
      continue;
    }
    const { name, value } = option(word);
    const field = fieldNamed(name, shape.door);
    const kind = field === undefined ? undefined : kindOf(shape, operands, name, field);
    const isFlag = kind === undefined ? shape.door[name] === false : kind === 'tick';
    const next = value ?? (isFlag ? '' : words[(index += 1)]);
    if (next === undefined || (value === undefined && !isFlag && isOption(next))) {
      throw new Usage(
        `--${name} needs a value: --${name} VALUE, or --${name}=VALUE where it begins with a dash.`,
      );
    }
    if (kind === undefined || field === undefined) door.set(name, next);
    else add(fields, field, isFlag ? (value ?? 'yes') : next, kind);
  }
  return { operands, door, fields };
}

const isOption = (word: string): boolean => word.startsWith('-') && word !== '-';

function option(word: string): { name: string; value: string | undefined } {
  if (word === '-h') return { name: 'help', value: undefined };
  if (!word.startsWith('--')) throw new Usage(`There is no option ${word} here: options are written --name.`);
  const at = word.indexOf('=');
  return at < 0
    ? { name: word.slice(2), value: undefined }
    : { name: word.slice(2, at), value: word.slice(at + 1) };
}

/** The option of a field: its name, or `its-key` where the door has an option `key` of its own. */
export const optionOf = (field: string, door: Shape['door']): string =>
  Object.hasOwn(door, field) ? `its-${field}` : field;

function fieldNamed(name: string, door: Shape['door']): string | undefined {
  if (Object.hasOwn(door, name)) return undefined;
  const named = /^its-(.+)$/.exec(name)?.[1];
  return named !== undefined && Object.hasOwn(door, named) ? named : name;
}

function kindOf(shape: Shape, operands: readonly string[], name: string, field: string): string {
  const kind = shape.fieldKind(operands, field);
  if (kind === undefined)
    throw new Usage(`There is no option --${name} here. Add --help to see which there are.`);
  return kind;
}

function add(fields: Record<string, string | string[]>, name: string, value: string, kind: string): void {
  const there = fields[name];
  if (there === undefined) fields[name] = kind === 'several' ? [value] : value;
  else if (Array.isArray(there)) there.push(value);
  else throw new Usage(`Give --${name} once.`);
}
