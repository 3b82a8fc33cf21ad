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
    const { name, value } = split(word);
    const field = Object.hasOwn(shape.door, name) ? undefined : fieldOf(shape, operands, name);
    const isFlag = field === undefined ? shape.door[name] === false : field.kind === 'tick';
    const next = value ?? (isFlag ? '' : words[(index += 1)]);
    if (next === undefined || (value === undefined && !isFlag && isOption(next))) {
      throw new Usage(
        `--${name} needs a value: --${name} VALUE, or --${name}=VALUE where it begins with a dash.`,
      );
    }
    if (field === undefined) door.set(name, next);
    else add(fields, field, name, isFlag ? (value ?? 'yes') : next);
  }
  return { operands, door, fields };
}

const isOption = (word: string): boolean => word.startsWith('-') && word !== '-';

function split(word: string): { name: string; value: string | undefined } {
  if (word === '-h') return { name: 'help', value: undefined };
  if (!word.startsWith('--')) throw new Usage(`There is no option ${word} here: options are written --name.`);
  const at = word.indexOf('=');
  return at < 0
    ? { name: word.slice(2), value: undefined }
    : { name: word.slice(2, at), value: word.slice(at + 1) };
}

/** The option of a field: `ends-on` for `endsOn`, and `its-as` where the door has an option `as` of its own. */
export function optionOf(field: string, door: Shape['door']): string {
  const option = kebab(field);
  return Object.hasOwn(door, option) ? `its-${option}` : option;
}

const kebab = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const camel = (name: string): string =>
  name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

interface Field {
  readonly name: string;
  readonly kind: string;
}

/** Both `--ends-on` and the field's own `--endsOn` are taken. @throws Usage for what nobody declared. */
function fieldOf(shape: Shape, operands: readonly string[], option: string): Field {
  const rest = option.startsWith('its-') ? option.slice(4) : option;
  const name = Object.hasOwn(shape.door, rest) ? rest : option;
  for (const candidate of [name, camel(name)]) {
    const kind = shape.fieldKind(operands, candidate);
    if (kind !== undefined) return { name: candidate, kind };
  }
  throw new Usage(`There is no option --${option} here. Add --help to see which there are.`);
}

function add(
  fields: Record<string, string | string[]>,
  { name, kind }: Field,
  option: string,
  value: string,
): void {
  const there = fields[name];
  if (there === undefined) fields[name] = kind === 'several' ? [value] : value;
  else if (Array.isArray(there)) there.push(value);
  else throw new Usage(`Give --${option} once.`);
}
