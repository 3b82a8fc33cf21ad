import type { ReactNode } from 'react';
import { Cite, DataTable, Empty, Moment, VerbButtons, format, type PageContext } from '#screens/index.ts';
import type { Lifecycle } from '#kernel/lifecycle.ts';
import { handoverNote, swap, testPage } from '../rota/lifecycle.ts';
import { notes } from '../rota/questions/notes.ts';
import { swaps } from '../rota/questions/swaps.ts';
import { testPages } from '../rota/questions/test-pages.ts';
import { at, Missing, stretchInFull, SwapState, TestState } from './rota-words.tsx';

/** Buttons of each row that has any for this person; who else could is not said at every row. */
export async function buttonsOf<T extends { id: string; version: number }>(
  context: PageContext,
  of: Lifecycle,
  rows: readonly T[],
  about: (row: T) => string,
): Promise<ReadonlyMap<string, ReactNode>> {
  const made = await Promise.all(
    rows.map(async (row) => {
      const verbs = (await context.verbs(of, await context.row(of, row.id))).filter((verb) => !verb.refused);
      const buttons =
        verbs.length === 0 ? null : (
          <VerbButtons verbs={verbs} row={row} back="/duty" about={about(row)} quiet />
        );
      return [row.id, buttons] as const;
    }),
  );
  return new Map(made);
}

const Heading = ({ id, children }: { readonly id: string; readonly children: ReactNode }) => (
  <h2 className="nhsuk-heading-m" id={id}>
    {children}
  </h2>
);

/** Swaps that wait, and what became of the last ones. */
export async function Swaps(context: PageContext): Promise<ReactNode> {
  const { zone } = context.policy;
  const { swaps: rows } = await context.ask(swaps);
  const waiting = rows.filter(({ state }) => state === 'asked');
  const buttons = await buttonsOf(context, swap, waiting, (row) => `asked by ${row.askedBy}`);
  return (
    <section aria-labelledby="swaps">
      <Heading id="swaps">Swaps</Heading>
      <p>
        A shift stays with whoever has it until somebody has taken it.{' '}
        <Cite citation={context.cite('on-call.swap')} />
      </p>
      <DataTable
        caption="Swaps, those that wait first"
        hideCaption
        rows={rows.slice(0, Math.max(8, waiting.length))}
        rowKey={(row) => row.id}
        empty={<Empty>Nobody has asked for a swap. To ask for one, open your shift.</Empty>}
        columns={[
          { heading: 'Who asks', names: true, cell: (row) => row.askedBy },
          {
            heading: 'Shift',
            cell: (row) => <a href={`/duty/shifts/${row.shift}`}>{stretchInFull(row.from, row.to, zone)}</a>,
          },
          {
            heading: 'In return',
            cell: (row) =>
              row.inReturn === null
                ? 'Nothing'
                : `${row.askedOf ?? 'Somebody'}’s ${stretchInFull(row.inReturn.from, row.inReturn.to, zone)}`,
          },
          { heading: 'Why', cell: (row) => row.why ?? '' },
          {
            heading: 'State',
            cell: (row) => (
              <>
                <SwapState state={row.state} />
                {row.takenBy === null ? null : ` by ${row.takenBy}`}
              </>
            ),
          },
          { heading: 'Do', hideHeading: true, cell: (row) => buttons.get(row.id) ?? null },
        ]}
      />
    </section>
  );
}

/** Handover notes: missing ones first. */
export async function Notes(context: PageContext): Promise<ReactNode> {
  const { zone } = context.policy;
  const { notes: rows } = await context.ask(notes);
  const open = rows.filter(({ state }) => state !== 'read');
  const buttons = await buttonsOf(context, handoverNote, open, (row) => `by ${row.writerName}`);
  return (
    <section aria-labelledby="notes">
      <Heading id="notes">Handover notes</Heading>
      <p>
        Each shift ends with a note for whoever follows, and they say that they have read it.{' '}
        <Cite citation={context.cite('on-call.handover-note')} />
      </p>
      <DataTable
        caption="Handover notes, open ones first"
        hideCaption
        rows={rows.slice(0, Math.max(6, open.length))}
        rowKey={(row) => row.id}
        empty={<Empty>No shift has been handed over yet.</Empty>}
        columns={[
          { heading: 'Of', names: true, cell: (row) => row.writerName },
          {
            heading: 'Shift',
            cell: (row) => <a href={`/duty/notes/${row.id}`}>{stretchInFull(row.from, row.to, zone)}</a>,
          },
          {
            heading: 'Note',
            cell: (row) => {
              if (row.missing) return <Missing>{row.late ? 'Missing, and late' : 'Missing'}</Missing>;
              if (row.state === 'owed') return 'To be written before the shift ends';
              return row.writtenAt === null ? '' : <Moment at={at(row.writtenAt)} />;
            },
          },
          {
            heading: 'Read by',
            cell: (row) => (row.state === 'written' ? 'Nobody yet' : (row.readBy ?? '')),
          },
          { heading: 'Do', hideHeading: true, cell: (row) => buttons.get(row.id) ?? null },
        ]}
      />
    </section>
  );
}

/** The test pages of the weeks: failed ones first, since somebody must do something about them. */
export async function TestPages(context: PageContext): Promise<ReactNode> {
  const { tests } = await context.ask(testPages);
  const open = tests.filter(({ state }) => !['acknowledged', 'settled'].includes(state));
  const buttons = await buttonsOf(context, testPage, open, (row) => `for ${row.name}`);
  return (
    <section aria-labelledby="test-pages">
      <Heading id="test-pages">Test pages</Heading>
      <p>
        Each week whoever is on call gets a test page, so that nobody learns by night that pages do not
        arrive. <Cite citation={context.cite('on-call.test-page')} />
      </p>
      <DataTable
        caption="Test pages, failed ones first"
        hideCaption
        rows={tests.slice(0, Math.max(6, open.length))}
        rowKey={(row) => row.id}
        empty={<Empty>No test page has been due yet.</Empty>}
        columns={[
          { heading: 'To', names: true, cell: (row) => row.name },
          { heading: 'Week of', cell: (row) => format.isoDayOf(row.week) },
          {
            heading: 'State',
            cell: (row) => (
              <>
                <TestState state={row.state} />
                {row.state === 'failed' ? <Missing>{row.why}</Missing> : null}
                {row.settled === null ? null : ` ${row.settled}`}
              </>
            ),
          },
          {
            heading: 'Since',
            cell: (row) => <Moment at={at(row.acknowledgedAt ?? row.failedAt ?? row.sentAt ?? row.dueAt)} />,
          },
          { heading: 'Do', hideHeading: true, cell: (row) => buttons.get(row.id) ?? null },
        ]}
      />
    </section>
  );
}
