import type { Answer, ShownFinding } from './messages.ts';

const nothingTyped = 'What stands out is shown here while you type.';
const nothingFound =
  'Nothing stands out. That is no promise: read it once more, and show it to a colleague if you are unsure.';

/** How much was found, gravest first: `1 thing stops it, 2 could be better.` */
export function summaryOf(text: string, findings: readonly ShownFinding[], questions: number): string {
  if (text.trim() === '') return nothingTyped;
  const asked = questions === 0 ? '' : ` ${counted(questions, 'question')} for you.`;
  if (findings.length === 0) return questions === 0 ? nothingFound : `${nothingFound}${asked}`;
  const count = (does: ShownFinding['does']) => findings.filter((one) => one.does === does).length;
  const [stops, asks, advice] = [count('stops'), count('asks'), count('advice')];
  const parts = [
    ...(stops === 0 ? [] : [`${counted(stops, 'thing')} ${stops === 1 ? 'stops' : 'stop'} it`]),
    ...(asks === 0 ? [] : [`${counted(asks, 'thing')} ${asks === 1 ? 'needs' : 'need'} agreement`]),
    ...(advice === 0 ? [] : [`${counted(advice, 'thing')} could be better`]),
  ];
  return `${parts.join(', ')}.${asked}`;
}

const counted = (number: number, one: string): string => `${number} ${one}${number === 1 ? '' : 's'}`;

type Length = Extract<Answer, { part: 'post' }>['length'];

/** `212 of 280 characters, as X counts them`. Empty where no network is chosen or it says nothing of a limit. */
export function lengthInWords(length: Length, network: string): string {
  if (length === null) return '';
  const { used, most } = length;
  const all = most.toLocaleString('en-GB');
  return used > most
    ? `${counted(used - most, 'character')} too many: ${network} takes ${all}`
    : `${used.toLocaleString('en-GB')} of ${all} characters, as ${network} counts them`;
}

export const headings: Readonly<Record<ShownFinding['does'], string>> = {
  stops: 'Change before you post',
  asks: 'Somebody must agree',
  advice: 'Could be better',
};
