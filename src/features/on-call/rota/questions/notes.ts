import { z } from 'zod';
import { ask, form } from '#kernel/form.ts';
import { question } from '#kernel/question.ts';
import { namesOf } from '#features/people/index.ts';
import { handoverNote, noteReaders } from '../lifecycle.ts';
import { of } from '../needs.ts';

const when = z.string().nullable();

/** Handover notes: those that are owed, those that nobody has read, and the last ones. */
export const notes = question('on-call.notes', {
  about: 'Lists handover notes: which are owed, which nobody has read yet, and the last ones.',
  askers: noteReaders,
  input: form({ note: ask.given('Note', z.uuid({ error: 'Give the id of a note' }).optional()) }),
  output: z.object({
    notes: z.array(
      z.object({
        id: z.uuid(),
        version: z.int(),
        state: z.string(),
        shift: z.uuid(),
        from: z.string(),
        to: z.string(),
        writer: z.uuid(),
        writerName: z.string(),
        dueAt: z.string(),
        /** The shift is over and the note is not there. */
        missing: z.boolean(),
        /** Missing for longer than the policy’s minutes. */
        late: z.boolean(),
        text: when,
        writtenBy: when,
        writtenAt: when,
        readBy: when,
        readAt: when,
      }),
    ),
  }),
  async read({ input, tables, seen, now, policy }) {
    const { lateAfterMinutes } = policy.value('on-call.handover-note');
    let asked = of({ tables })
      .selectFrom((from) =>
        from.selectFrom('handover_notes').selectAll().where(seen(handoverNote)).as('note'),
      )
      .innerJoin('shifts', 'shifts.id', 'note.shift')
      .selectAll('note')
      .select(['shifts.starts_at', 'shifts.ends_at']);
    if (input.note !== undefined) asked = asked.where('note.id', '=', input.note);
    const rows = await asked
      .orderBy((by) => by('note.state', '<>', 'read'), 'desc')
      .orderBy('note.due_at', 'desc')
      .limit(30)
      .execute();
    const ids = rows.flatMap((row) => [row.writer, row.written_by, row.read_by]).filter((id) => id !== null);
    const names = await namesOf({ tables }, ids);
    const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? 'Somebody'));
    const isPast = (at: Temporal.Instant) => Temporal.Instant.compare(at, now) <= 0;
    return {
      notes: rows.map((row) => ({
        id: row.id,
        version: row.version,
        state: row.state,
        shift: row.shift,
        from: row.starts_at.toString(),
        to: row.ends_at.toString(),
        writer: row.writer,
        writerName: nameOf(row.writer) ?? 'Somebody',
        dueAt: row.due_at.toString(),
        missing: row.state === 'owed' && isPast(row.due_at),
        late: row.state === 'owed' && isPast(row.due_at.add({ minutes: lateAfterMinutes })),
        text: row.text,
        writtenBy: nameOf(row.written_by),
        writtenAt: row.written_at?.toString() ?? null,
        readBy: nameOf(row.read_by),
        readAt: row.read_at?.toString() ?? null,
      })),
    };
  },
});
