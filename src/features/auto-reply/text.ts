import { dateAt, localWindowsOn, windowsOn, type WorkingHours } from '#calendar/hours.ts';
import { closedReason, timeInWords, weekInWords } from '#calendar/week.ts';
import { clocksFrom, openHours } from '#features/inbox/index.ts';
import type { Policy } from '#policy/index.ts';
import { stretchAt } from './stretch.ts';
import type { Form } from './words.ts';

/** What somebody is told at once. It never says that anybody has read their message. */
export interface Automatic {
  readonly form: Form;
  readonly text: string;
}

const greeting = 'Thank you for your message. This reply is automatic: nobody has read your message yet.';

/**
 * The automatic reply to what comes in at a moment, from the record of hours that starts the clocks, so that it
 * promises neither more nor less than the clock does.
 * @param max what the network allows in a message; without it there is no limit. What matters in an emergency stays.
 * @returns undefined where even the shortest form does not fit.
 */
export function automaticReply(policy: Policy, at: Temporal.Instant, max?: number): Automatic | undefined {
  const { hours } = openHours(policy);
  const form = formAt(hours, at);
  const { words } = policy.value('auto-reply.emergency');
  const { site } = policy.value('auto-reply.send');
  const [first = ''] = words;
  const when = whenAnswered(policy, hours, at);
  const [emergency, website] = [words.join(' '), `You may find your answer at ${site}`];
  const texts = [
    [greeting, closedToday(hours, at, form), when, emergency, website, noDetails],
    [greeting, when, emergency, website],
    [`Automatic reply. ${when}`, first, site],
  ].map((lines) => lines.filter((line) => line !== '').join('\n\n'));
  const text = texts.find((one) => max === undefined || one.length <= max);
  return text === undefined ? undefined : { form, text };
}

const noDetails = 'Please do not send us personal or medical details here.';

/** The text for networks that send it by themselves: it stands there for months, so it names no day. */
export function standingText(policy: Policy): string {
  const { hours } = openHours(policy);
  const { site } = policy.value('auto-reply.send');
  return [
    greeting,
    `We read messages ${weekInWords(hours)}${hours.holidays ? ', except bank holidays' : ''}. What comes in while we are closed is read when we are open again.`,
    policy.value('auto-reply.emergency').words.join(' '),
    `You may find your answer at ${site}`,
    noDetails,
  ].join('\n\n');
}

export function formAt(hours: WorkingHours, at: Temporal.Instant): Form {
  if (stretchAt(hours, at).open) return 'open';
  const reason = closedReason(hours, dateAt(hours, at));
  return reason?.kind === 'bank-holiday' || reason?.kind === 'closure' ? 'closed-today' : 'closed';
}

function closedToday(hours: WorkingHours, at: Temporal.Instant, form: Form): string {
  if (form !== 'closed-today') return '';
  const reason = closedReason(hours, dateAt(hours, at));
  return reason?.kind === 'bank-holiday'
    ? `Today is a bank holiday (${reason.words}) and we are closed.`
    : `We are closed today: ${reason?.words ?? ''}.`;
}

function whenAnswered(policy: Policy, hours: WorkingHours, at: Temporal.Instant): string {
  const { to: opensAgain, open } = stretchAt(hours, at);
  const limit = clocksFrom(policy, at).limit_at;
  const by = momentInWords(hours, limit, at);
  const read = `We read messages ${weekInWords(hours)}`;
  if (open) return `${read}. We usually answer by ${by}.`;
  const sameDay = dateAt(hours, opensAgain).equals(dateAt(hours, limit));
  const then = sameDay ? `${timeInWordsAt(hours, limit)} that day` : by;
  return `${read}. We open again at ${momentInWords(hours, opensAgain, at)} and usually answer by ${then}.`;
}

const timeInWordsAt = ({ zone }: Pick<WorkingHours, 'zone'>, moment: Temporal.Instant): string =>
  timeInWords(
    moment.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute', roundingMode: 'floor' }),
  );

const dayWords = new Map<string, Intl.DateTimeFormat>();

/** `5pm today`, or `10:45am on Tuesday 1 June`. */
function momentInWords(
  { zone }: Pick<WorkingHours, 'zone'>,
  moment: Temporal.Instant,
  now: Temporal.Instant,
): string {
  const time = timeInWordsAt({ zone }, moment);
  const today = moment
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .equals(now.toZonedDateTimeISO(zone).toPlainDate());
  if (today) return `${time} today`;
  const format =
    dayWords.get(zone) ??
    new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: zone });
  dayWords.set(zone, format);
  return `${time} on ${format.format(moment.epochMilliseconds).replace(',', '')}`;
}

/** A moment for each form, the next that comes: for people to see what is sent before it is. */
export function momentsOfForms(
  hours: WorkingHours,
  now: Temporal.Instant,
): ReadonlyMap<Form, Temporal.Instant> {
  const found = new Map<Form, Temporal.Instant>([[formAt(hours, now), now]]);
  let date = dateAt(hours, now);
  for (let looked = 0; looked < 400 && found.size < 3; looked += 1, date = date.add({ days: 1 })) {
    const [opens] = windowsOn(hours, date);
    const midday = date.toZonedDateTime({ timeZone: hours.zone, plainTime: '12:00' }).toInstant();
    const closes = windowsOn(hours, date).at(-1)?.closes;
    for (const moment of [
      opens?.opens,
      closes,
      localWindowsOn(hours, date).length === 0 ? midday : undefined,
    ]) {
      if (!moment || Temporal.Instant.compare(moment, now) < 0) continue;
      const form = formAt(hours, moment);
      if (!found.has(form)) found.set(form, moment);
    }
  }
  return found;
}
