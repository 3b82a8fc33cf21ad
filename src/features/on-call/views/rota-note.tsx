import type { ReactNode } from 'react';
import { mayAsk } from '#kernel/ask.ts';
import type { StoredRow } from '#kernel/row.ts';
import { Cite, Moment, PageHeading, SummaryList, VerbButtons, type PageContext } from '#screens/index.ts';
import { handoverNote } from '../rota/lifecycle.ts';
import { notes } from '../rota/questions/notes.ts';
import { at, Missing, stretchInFull } from './rota-words.tsx';

/** One handover note, to read. */
export async function notePage(context: PageContext): Promise<ReactNode> {
  const row = await context.row(handoverNote, context.params['id'] ?? '');
  const { zone } = context.policy;
  const [note] = (await context.ask(notes, { note: row.id })).notes;
  if (!note) return null;
  return (
    <>
      <PageHeading>Handover note of {note.writerName}</PageHeading>
      <p>
        For the shift {stretchInFull(note.from, note.to, zone)}.{' '}
        <Cite citation={context.cite('on-call.handover-note')} />
      </p>
      {note.text === null ? (
        <p>
          {note.missing ? <Missing>It is missing.</Missing> : 'It is to be written before the shift ends.'}
        </p>
      ) : (
        <div className="sp-panel sp-message__words">{note.text}</div>
      )}
      <SummaryList
        rows={[
          ...(note.writtenAt === null
            ? []
            : [
                {
                  key: 'Written',
                  value: (
                    <>
                      by {note.writtenBy}, <Moment at={at(note.writtenAt)} />
                    </>
                  ),
                },
              ]),
          {
            key: 'Read',
            value:
              note.readAt === null ? (
                'Nobody has said so yet'
              ) : (
                <>
                  by {note.readBy}, <Moment at={at(note.readAt)} />
                </>
              ),
          },
        ]}
      />
      <VerbButtons verbs={await context.verbs(handoverNote, row)} row={row} />
    </>
  );
}

/** Above the form in which the note is written: for which shift. */
export async function noteContext(context: PageContext, row: StoredRow): Promise<ReactNode> {
  // Whoever writes theirs after they lost the role sees no other notes.
  if (!mayAsk(notes, context.standing)) return null;
  const [note] = (await context.ask(notes, { note: row.id })).notes;
  if (!note) return null;
  return (
    <p>
      For the shift {stretchInFull(note.from, note.to, context.policy.zone)} of {note.writerName}.
    </p>
  );
}
