import { check, inBody, matching } from '../check.ts';

const dotted = /(?<![\d.£])(\d{1,2})\.(\d{2}) ?([ap])\.?m\b\.?/g;
const spaced = /(?<![\d.:])(\d{1,2})(:\d{2})? ([ap])\.?m\b\.?/g;
const zeroed = /(?<![\d.:])(\d{1,2}):00 ?([ap])m\b/g;
const clock24 = /(?<![\d:.])([01]?\d|2[0-3]):([0-5]\d)(?! ?[ap]\.?m|:?\d|%)/g;
const military = /\b([01]\d|2[0-3])([0-5]\d) ?(?:hrs|hours|h)\b/g;
const noon = /(?<![\d:.])12(?::00)? ?([ap])m\b|\b12 ?(?:o'clock )?noon\b|\b12 ?midnight\b/g;

const inTwelve = (hours: number, minutes: number): string => {
  if (minutes === 0 && hours === 12) return 'midday';
  if (minutes === 0 && hours % 24 === 0) return 'midnight';
  const half = hours < 12 ? 'am' : 'pm';
  return `${hours % 12 === 0 ? 12 : hours % 12}${minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`}${half}`;
};

/** `5pm`, `5:30pm`, midday, midnight. */
export const times = check('checks.times', 'STY-03', function* look({ body }) {
  const say = (better: string) => `Write ${better}.`;
  for (const { match, span } of matching(body, noon)) {
    const better = match[1] === 'p' || match[0].includes('noon') ? 'midday' : 'midnight';
    yield inBody(span, say(better), better);
  }
  for (const [pattern, better] of [
    [dotted, (m: RegExpExecArray) => `${m[1]}${m[2] === '00' ? '' : `:${m[2]}`}${m[3]}m`],
    [
      spaced,
      (m: RegExpExecArray) => (m[1] === '12' && m[2] === undefined ? '' : `${m[1]}${m[2] ?? ''}${m[3]}m`),
    ],
    [zeroed, (m: RegExpExecArray) => (m[1] === '12' ? '' : `${m[1]}${m[2]}m`)],
    [clock24, (m: RegExpExecArray) => inTwelve(Number(m[1]), Number(m[2]))],
    [military, (m: RegExpExecArray) => inTwelve(Number(m[1]), Number(m[2]))],
  ] as const)
    for (const { match, span } of matching(body, pattern)) {
      const write = better(match);
      if (write !== '') yield inBody(span, say(write), write);
    }
});
