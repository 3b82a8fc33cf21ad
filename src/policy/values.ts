import type { Binding } from './policy.ts';

/** One part of a rule's value as people read it. */
export interface ValueInWords {
  readonly name: string;
  /** With its unit, such as `120 minutes` or `90%`. */
  readonly words: string;
  /** True where the policy does not give this part: it is our default. */
  readonly ours: boolean;
}

/** Every part of a bound value, named and with its unit; none for a rule that only permits or requires. */
export function valueInWords({
  value,
  basis,
  ours,
}: Pick<Binding, 'value' | 'basis' | 'ours'>): ValueInWords[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).map(([field, part]) => ({
    name: names[Array.isArray(part) ? `${field}[]` : field] ?? names[field] ?? sentence(split(field)),
    words: wordsOf(field, part),
    ours: basis === 'default' || ours.includes(field),
  }));
}

/** Fields whose own name would leave a doubt. Any other is named by its words. */
const names: Readonly<Record<string, string>> = {
  zone: 'Time zone',
  holidays: 'Bank holidays of',
  weekly: 'Open',
  exceptions: 'Other hours on one day',
  minutes: 'Time allowed',
  counts: 'The time runs',
  due: 'Answered by',
  beforeOpening: 'What comes in before opening belongs to',
  share: 'Counts as good',
  sampleShare: 'Looked at by a second person',
  leaseMinutes: 'Held for',
  staleAfterDays: 'An entry is old after',
  dueWorkingDays: 'The department has',
  workingDays: 'Within',
  remindAfterDays: 'Reminders after',
  renewDays: 'Renewed every',
  days: 'Every',
  'days[]': 'Days before',
  months: 'At least every',
  rungs: 'Who is woken',
  person: 'How somebody is woken',
};

/** Values that stand for something that must be said in full. */
const meanings: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  counts: { working: 'inside opening hours only', elapsed: 'by the clock, at any hour' },
  due: {
    'next-opening-clock': 'the clock begins at the next opening',
    'next-working-day-close': 'the close of the next working day',
    none: 'the same time as at any other hour',
  },
  beforeOpening: { same: 'that same day', next: 'the next working day' },
};

function wordsOf(field: string, part: unknown): string {
  if (part === null || part === undefined) return 'none';
  if (typeof part === 'string') return meanings[field]?.[part] ?? plain(field, part);
  if (typeof part === 'number') return withUnit(field, part);
  if (typeof part === 'boolean') return part ? 'yes' : 'no';
  if (Array.isArray(part)) return listInWords(field, part);
  return Object.entries(part)
    .filter(([, inside]) => !Array.isArray(inside) || inside.length > 0)
    .map(([key, inside]) => `${dayNames[key] ?? key}: ${insideWords(inside)}`)
    .join('; ');
}

const dayNames: Readonly<Record<string, string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};

/** Windows of a day, or whatever else lies one deeper. */
function insideWords(inside: unknown): string {
  if (Array.isArray(inside))
    return inside.map((one: unknown) => (Array.isArray(one) ? one.join(' to ') : String(one))).join(', ');
  if (typeof inside !== 'object' || inside === null) return String(inside);
  const reason: unknown = Reflect.get(inside, 'reason');
  const windows: unknown = Reflect.get(inside, 'windows');
  const open = Array.isArray(windows) && windows.length > 0 ? insideWords(windows) : 'closed';
  return typeof reason === 'string' ? `${open} (${reason})` : open;
}

function listInWords(field: string, list: readonly unknown[]): string {
  if (list.every((one) => typeof one === 'number')) return withUnits(field, list);
  return list.map(nameOf).join('; ');
}

function nameOf(one: unknown): string {
  if (typeof one !== 'object' || one === null) return String(one);
  const { name, wasNamed, state, network, handle, purpose, who, afterMinutes } = one as Record<
    string,
    unknown
  >;
  if (typeof who === 'string' && typeof afterMinutes === 'number')
    return `${afterMinutes === 0 ? 'at once' : `after ${withUnit('afterMinutes', afterMinutes)}`}: ${who.replaceAll('-', ' ')}`;
  if (typeof name === 'string') {
    const was = typeof wasNamed === 'string' ? `, in the document ${wasNamed}` : '';
    return `${name}${typeof state === 'string' ? ` (${state.replaceAll('-', ' ')}${was})` : ''}`;
  }
  const at = typeof handle === 'string' ? ` @${handle}` : '';
  return `${sentence(String(network))}${at}: ${String(purpose)}`;
}

const unitOf = (field: string): readonly [one: string, many: string] | undefined => {
  if (/working-?days$/i.test(field)) return ['working day', 'working days'];
  const unit = /(minutes|hours|days|months|years)$/i.exec(field)?.[1]?.toLowerCase();
  return unit === undefined ? undefined : [unit.slice(0, -1), unit];
};

function withUnit(field: string, value: number): string {
  if (/share$/i.test(field)) return `${Math.round(value * 1000) / 10}%`;
  const unit = unitOf(field);
  const words = unit ? `${value} ${value === 1 ? unit[0] : unit[1]}` : String(value);
  const hours = value / 60;
  return unit?.[1] === 'minutes' && value >= 60 && Number.isInteger(hours)
    ? `${words} (${hours} ${hours === 1 ? 'hour' : 'hours'})`
    : words;
}

const withUnits = (field: string, values: readonly number[]): string => {
  const last = values.at(-1) ?? 0;
  const words = values.length > 1 ? `${values.slice(0, -1).join(', ')} and ` : '';
  return words + withUnit(field, last);
};

/** `england-and-wales` as `England and Wales`; a name that is written as one stays. */
const plain = (field: string, text: string): string =>
  field === 'holidays'
    ? text
        .split('-')
        .map((word) => (word === 'and' ? word : sentence(word)))
        .join(' ')
    : text;

const split = (field: string): string => field.replaceAll(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
