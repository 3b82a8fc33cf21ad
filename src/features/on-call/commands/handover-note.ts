import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { InputRefused } from '#kernel/refusal.ts';
import type { Standing } from '#kernel/rights.ts';
import { findPersonalData, kindInWords, read } from '#text/index.ts';
import { noteWritten } from '../rota/events.ts';
import { nextNote } from '../rota/due.ts';
import { followers } from '../rota/follow.ts';
import { handoverNote, planners } from '../rota/lifecycle.ts';
import { refuse } from '../rota/refusals.ts';

const actorOf = ({ actor }: Standing): string | null => (actor.kind === 'person' ? actor.id : null);

export const callForNote = command(handoverNote, 'call-for', {
  label: 'Call for a handover note',
  about: 'Opens the handover note of a shift that is about to end.',
  button: false,
  needs: { next: nextNote },
  once: ['shift'],
  input: form({}),
  can: ({ needs }) => (needs.next ? undefined : refuse('on-call.nothing-due')),
  decide: ({ needs }) => {
    const { next } = needs;
    if (!next) throw refuse('on-call.nothing-due');
    return {
      create: {
        shift: next.shift,
        writer: next.person,
        due_at: next.ends_at,
        text: null,
        written_by: null,
        written_at: null,
        read_by: null,
        read_at: null,
      },
      facts: { shift: next.shift, writer: next.person },
    };
  },
});

export const writeNote = command(handoverNote, 'write', {
  label: 'Write the handover note',
  about:
    'Tells whoever follows what they must know. It holds nobody’s details: point at the enquiry instead.',
  input: form({
    text: ask.text('What must whoever follows know?', {
      empty: 'Write what they must know, or that nothing happened',
      hint: 'What is open, what you promised, what to watch. No names or numbers of the public',
      max: 4000,
    }),
    noDetails: ask.tick('I have read it again: it holds nobody’s details', { afterwards: true }),
  }),
  decide: ({ id, 'handover-note': row, input, now, standing }) => {
    const seen = detailsIn(input.text);
    if (seen.length > 0 && !input.noDetails)
      throw new InputRefused([
        { field: 'text', message: `This looks like ${seen.join(', ')}: point at the enquiry instead` },
        { field: 'noDetails', message: 'Take it out, or tick this where it is nobody’s' },
      ]);
    return {
      set: { text: input.text, written_by: actorOf(standing), written_at: now },
      event: noteWritten({ note: id, shift: row.shift }),
      facts: {
        shift: row.shift,
        late: Temporal.Instant.compare(now, row.due_at) > 0,
        own: row.writer === actorOf(standing),
        pointedOut: seen.length > 0,
      },
    };
  },
});

/** Kinds of details that stand in a text, in words; each once. */
const detailsIn = (text: string): string[] => [
  ...new Set(findPersonalData(read(text)).map(({ kind }) => kindInWords(kind))),
];

export const readNote = command(handoverNote, 'read', {
  label: 'I have read it',
  about: 'Says that whoever follows has read the handover note.',
  needs: { followers },
  input: form({}),
  can: ({ needs, standing }) => {
    const { people, name } = needs.followers;
    const me = actorOf(standing);
    const plans = standing.grants.some(
      ({ role, at }) => at === 'everywhere' && planners.some((party) => party.role === role),
    );
    // Nobody follows yet: whoever is on the rota may take it on.
    if (plans || people.length === 0 || (me !== null && people.includes(me))) return undefined;
    return refuse('on-call.not-for-you', { name });
  },
  decide: ({ 'handover-note': row, now, standing }) => ({
    set: { read_by: actorOf(standing), read_at: now },
    facts: { shift: row.shift },
  }),
});
