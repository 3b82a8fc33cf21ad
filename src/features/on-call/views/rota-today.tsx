import type { ReactNode } from 'react';
import { mayAsk } from '#kernel/ask.ts';
import { isOpen } from '#calendar/hours.ts';
import { holds } from '#kernel/rights.ts';
import { format, Moment, type PageContext, type StatusItem } from '#screens/index.ts';
import { hoursOf } from '../rota/hours.ts';
import { planners } from '../rota/lifecycle.ts';
import { notes } from '../rota/questions/notes.ts';
import { rotaDays } from '../rota/questions/rota.ts';
import { swaps } from '../rota/questions/swaps.ts';
import { testPages } from '../rota/questions/test-pages.ts';
import { tonight } from '../rota/questions/tonight.ts';
import { at, Missing } from './rota-words.tsx';

interface Line {
  readonly key: string;
  readonly words: ReactNode;
}

const plans = ({ standing }: PageContext): boolean =>
  standing !== undefined && planners.some((party) => holds(party, standing, undefined));

/** What those who plan must do: holes that are near, swaps, tests that failed. */
async function plannersLines(context: PageContext): Promise<Line[]> {
  if (!plans(context)) return [];
  const [rota, asked, tested] = await Promise.all([
    context.ask(rotaDays),
    context.ask(swaps),
    context.ask(testPages),
  ]);
  const near = rota.holes.filter((hole) => hole.near);
  const [hole] = near;
  const waiting = asked.swaps.filter(({ state }) => state === 'asked').length;
  const failed = tested.tests.filter(({ state }) => state === 'failed').length;
  return [
    ...(hole
      ? [
          {
            key: 'holes',
            words: (
              <>
                <Missing>Nobody is on call</Missing> from <Moment at={at(hole.from)} />.{' '}
                <a href="/duty#rota">
                  {format.countWord(near.length, 'hole', 'holes')} in the next {rota.warnWithinDays} days
                </a>
              </>
            ),
          },
        ]
      : []),
    ...(waiting === 0
      ? []
      : [
          {
            key: 'swaps',
            words: <a href="/duty#swaps">{format.countWord(waiting, 'swap waits', 'swaps wait')}</a>,
          },
        ]),
    ...(failed === 0
      ? []
      : [
          {
            key: 'tests',
            words: (
              <>
                <Missing>A test page failed.</Missing>{' '}
                <a href="/duty#test-pages">{format.countWord(failed, 'test page', 'test pages')} to see to</a>
              </>
            ),
          },
        ]),
  ];
}

/** Notes: the one that this person owes, and those of others that wait to be read. */
async function noteLines(context: PageContext): Promise<Line[]> {
  if (!mayAsk(notes, context.standing)) return [];
  const me = context.standing?.actor.kind === 'person' ? context.standing.actor.id : undefined;
  const [{ notes: rows }, now] = await Promise.all([context.ask(notes), context.ask(tonight)]);
  const follows = me !== undefined && now.person === me;
  const isOnCall = context.standing?.grants.some(({ role }) => role === 'duty-manager') === true;
  return rows.flatMap((note): Line[] => {
    const href = `/duty/notes/${note.id}`;
    if (
      note.state === 'owed' &&
      (note.writer === me || (note.missing && follows) || (note.late && plans(context)))
    )
      return [
        {
          key: note.id,
          words: (
            <>
              {note.missing ? <Missing>A handover note is missing.</Missing> : null}{' '}
              <a href={href}>
                {note.writer === me
                  ? 'Write your handover note'
                  : `${note.writerName} owes a handover note: ask for it`}
              </a>
            </>
          ),
        },
      ];
    if (note.state === 'written' && isOnCall && note.writer !== me)
      return [{ key: note.id, words: <a href={href}>Read the handover note of {note.writerName}</a> }];
    return [];
  });
}

/** For the page of today: what being on call asks of this person. Null where it asks nothing. */
export async function onCallToday(context: PageContext): Promise<ReactNode> {
  if (!mayAsk(rotaDays, context.standing)) return null;
  const lines = [...(await plannersLines(context)), ...(await noteLines(context))];
  if (lines.length === 0) return null;
  return (
    <section className="sp-panel">
      <h2 className="nhsuk-heading-s">Duty</h2>
      <ul className="nhsuk-list">
        {lines.map(({ key, words }) => (
          <li key={key}>{words}</li>
        ))}
      </ul>
    </section>
  );
}

/** Out of hours: who is on call, for the strip under the header. */
export async function onCallStatus(context: PageContext): Promise<readonly StatusItem[]> {
  // In hours the strip costs no look into the rota.
  if (!mayAsk(tonight, context.standing) || isOpen(hoursOf(context.policy), context.now)) return [];
  const now = await context.ask(tonight);
  return [
    now.duty === null
      ? { id: 'duty', tone: 'warning', text: 'Out of hours, and nobody is on call', href: '/duty' }
      : { id: 'duty', tone: 'note', text: `Out of hours. Duty manager tonight: ${now.duty}`, href: '/duty' },
  ];
}
