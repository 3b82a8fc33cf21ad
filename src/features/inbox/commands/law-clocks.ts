import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { lawClockFrom, lawColumns } from '../law-clocks.ts';
import { enquiry } from '../lifecycle.ts';
import { lawClocksRunning, lawClocksToStart } from '../needs.ts';
import { refuse } from '../refusals.ts';

/** What they ask for has a time limit in law, which runs whatever the policy says and whoever answers it. */
export const startLawClock = command(enquiry, 'start-law-clock', {
  label: 'Start a clock of the law',
  about:
    'Says that the law gives this a time limit, such as a complaint or a request for information. It counts from the day on which it came.',
  needs: { clocks: lawClocksToStart },
  input: form({ clock: ask.choice('What is it, in law?', 'Choose what it is', 'clocks') }),
  can: ({ needs }) => (needs.clocks.list.length === 0 ? refuse('inbox.every-law-clock') : undefined),
  decide: ({ enquiry: row, input, needs, policy }) => {
    const started = lawClockFrom(needs.clocks.get(input.clock), row.received_at, policy.zone);
    return {
      set: lawColumns([...row.law_clocks.list, started]),
      facts: { clock: started.id, due: started.dueOn },
    };
  },
});

/** The law's answer is given by whoever has to, not always here: somebody records that it was. */
export const endLawClock = command(enquiry, 'end-law-clock', {
  label: 'End a clock of the law',
  about: 'Records that what the law asks for has been done, and whether it was in time.',
  needs: { clocks: lawClocksRunning },
  input: form({ clock: ask.choice('What has been done?', 'Choose what has been done', 'clocks') }),
  can: ({ needs }) => (needs.clocks.list.length === 0 ? refuse('inbox.no-law-clock') : undefined),
  decide: ({ enquiry: row, input, now }) => {
    const list = row.law_clocks.list.map((clock) =>
      clock.id === input.clock && clock.endedAt === null ? { ...clock, endedAt: now.toString() } : clock,
    );
    const ended = row.law_clocks.list.find((clock) => clock.id === input.clock);
    const inTime =
      ended !== undefined && Temporal.Instant.compare(now, Temporal.Instant.from(ended.dueAt)) <= 0;
    return { set: lawColumns(list), facts: { clock: input.clock, inTime } };
  },
});
