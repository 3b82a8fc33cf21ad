import type { ReactNode } from 'react';
import {
  Cite,
  Moment,
  PageHeading,
  SummaryList,
  Tag,
  VerbButtons,
  format,
  historyHref,
  type PageContext,
} from '#screens/index.ts';
import { shift } from '../rota/lifecycle.ts';
import { oneShift } from '../rota/questions/one-shift.ts';
import { at } from './rota-words.tsx';

/** One shift: who, when, what of it is open time, and what can be done about it. */
export async function shiftPage(context: PageContext): Promise<ReactNode> {
  const row = await context.row(shift, context.params['id'] ?? '');
  const of = await context.ask(oneShift, { shift: row.id });
  return (
    <>
      <PageHeading>A shift of {of.name}</PageHeading>
      <p>{of.state === 'cancelled' ? <Tag colour="grey">Cancelled</Tag> : null}</p>
      <SummaryList
        rows={[
          { key: 'On call', value: of.name },
          { key: 'Deputy', value: of.deputy ?? 'Nobody' },
          { key: 'From', value: <Moment at={at(of.from)} /> },
          { key: 'Until', value: <Moment at={at(of.to)} /> },
          { key: 'Nights', value: of.nights },
          {
            key: 'Out of hours',
            value: `${format.lengthOf(of.minutes - of.openMinutes)} of ${format.lengthOf(of.minutes)}; ${
              of.openMinutes === 0
                ? 'none of it is open time'
                : `the team answers for ${format.lengthOf(of.openMinutes)}`
            }`,
          },
        ]}
      />
      <p>
        <Cite citation={context.cite('on-call.rota')} />
      </p>
      <VerbButtons verbs={await context.verbs(shift, row)} row={row} />
      <p>
        <a href={historyHref('shift', row.id)}>Everything that was done to this shift</a>
      </p>
    </>
  );
}
