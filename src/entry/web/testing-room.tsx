import { z } from 'zod';
import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { lifecycle, table, type Row } from '#kernel/lifecycle.ts';
import { choices, need } from '#kernel/need.ts';
import { role, self } from '#kernel/party.ts';
import { question } from '#kernel/question.ts';
import { refusals } from '#kernel/refusal.ts';
import { room } from '#kernel/room.ts';
import {
  Cite,
  CommandForm,
  DataTable,
  PageHeading,
  VerbButtons,
  type Column,
  type Pages,
} from '#screens/index.ts';

// A room with one of everything that the web door has to carry.

interface Note extends Row {
  state: 'open' | 'done';
  title: string;
  words: string | null;
  office: string;
  author: string;
  seen_from: Temporal.PlainDate | null;
  until: Temporal.Instant | null;
  sure: boolean;
}
interface Whisper extends Row {
  state: 'said';
  words: string;
}
interface Tables {
  web_notes: Note;
}

const refuse = refusals({
  'web-test.too-loud': {
    sentence: '“{title}” is too loud.',
    instead: 'Say it more quietly.',
    status: 409,
    rule: 'inbox.reply-within',
  },
});

const note = lifecycle('web-note', {
  table: table<Note>('web_notes'),
  sight: { see: [role('communications'), role('director'), self('author')] },
  home: (id) => `/notes/${id}`,
  steps: [
    { from: 'nothing', by: 'write', to: 'open', who: [self('author')], rule: 'inbox.capture-by-hand' },
    { from: ['open'], by: 'edit', to: 'same', who: [role('communications')], rule: 'inbox.check' },
    { from: ['open'], by: 'shout', to: 'same', who: [role('communications')], rule: 'inbox.check' },
    { from: ['open'], by: 'claim', to: 'same', who: [role('communications')], rule: 'inbox.check' },
    { from: ['open'], by: 'finish', to: 'done', who: [role('director')], rule: 'inbox.reply-within' },
    { from: ['open'], by: 'break', to: 'same', who: [role('communications')], rule: 'inbox.check' },
  ],
});
const whisper = lifecycle('web-whisper', {
  table: table<Whisper>('web_whispers'),
  sight: { see: [role('guardian')] },
  home: (id) => `/whispers/${id}`,
  steps: [{ from: 'nothing', by: 'say', to: 'said', who: [role('guardian')], rule: 'inbox.check' }],
});

const offices = need(async () =>
  choices([
    { id: 'north', name: 'North' },
    { id: 'south', name: 'South' },
  ]),
);

export const write = command(note, 'write', {
  label: 'Write a note',
  about: 'Keeps what you write where the team finds it.',
  needs: { offices },
  input: form({
    title: ask.line('Title', { empty: 'Give it a title' }),
    words: ask.maybe('Words', { lines: true }),
    office: ask.choice('Which office?', 'Choose an office', 'offices'),
    from: ask.date('From which day?', 'Give a day'),
    until: ask.moment('Until when?', 'Give a moment'),
    sure: ask.tick('I am sure'),
    token: ask.secret('App password'),
  }),
  decide: ({ input, standing }) => ({
    create: {
      title: input.title,
      words: input.words ?? null,
      office: input.office,
      author: standing.actor.kind === 'person' ? standing.actor.id : '',
      seen_from: input.from,
      until: input.until,
      sure: input.sure,
    },
  }),
});
const title = () => form({ title: ask.line('Title', { empty: 'Give it a title' }) });
const edit = command(note, 'edit', {
  label: 'Edit the note',
  about: 'Changes its title.',
  stale: 'refuse',
  input: title(),
  begins: (given) => ({ title: given['web-note'].title }),
  decide: ({ input }) => ({ set: { title: input.title } }),
});
const shout = command(note, 'shout', {
  label: 'Shout it',
  about: 'Is always refused.',
  input: title(),
  decide: ({ input }) => {
    throw refuse('web-test.too-loud', { title: input.title });
  },
});
const claim = command(note, 'claim', {
  label: 'Take it',
  about: 'Takes it.',
  input: form({}),
  decide: () => ({}),
});
const finish = command(note, 'finish', {
  label: 'Finish it',
  about: 'Ends it.',
  input: form({}),
  decide: () => ({}),
});
const breakIt = command(note, 'break', {
  label: 'Break it',
  about: 'Fails, as programs do.',
  input: title(),
  decide: () => {
    throw new Error('the shelf gave way');
  },
});
const say = command(whisper, 'say', {
  label: 'Whisper',
  about: 'Says something to the guardian alone.',
  input: form({ words: ask.line('Words') }),
  decide: ({ input }) => ({ create: { words: input.words } }),
});

const listed = z.array(z.object({ id: z.string(), title: z.string(), words: z.string().nullable() }));
type Listed = z.infer<typeof listed>[number];
const all = question('web-note.all', {
  about: 'Every note that you may see',
  input: form({}),
  output: listed,
  askers: [role('staff')],
  read: async (reading) =>
    reading
      .tables<Tables>()
      .selectFrom('web_notes')
      .select(['id', 'title', 'words'])
      .where(reading.seen(note))
      .orderBy('id')
      .limit(200)
      .execute(),
});

export const notes = room({
  name: 'web-test',
  title: 'Notes',
  lifecycles: [note, whisper],
  commands: [write, edit, shout, claim, finish, breakIt, say],
  questions: [all],
  migrations: 'src/entry/web/testing-migrations',
});

const columns: readonly Column<Listed>[] = [
  { heading: 'Title', names: true, cell: (row) => <a href={`/notes/${row.id}`}>{row.title}</a> },
  { heading: 'Words', cell: (row) => row.words },
];

export const notePages: Pages = {
  room: 'web-test',
  panels: {
    'web-note': async (_, row) => <section className="beside-the-note">{String(row['title'])}</section>,
  },
  makings: {
    'web-note': async (_, values) =>
      values['title'] === undefined ? null : <p className="about-the-new-note">{values['title']}</p>,
  },
  contexts: { 'web-note': async (_, row) => <p className="about-the-note">{String(row['title'])}</p> },
  pages: [
    {
      path: '/notes',
      askers: [role('staff')],
      title: 'Notes',
      place: 'inbox',
      live: ['web-note'],
      view: async (context) => (
        <>
          <PageHeading>Notes</PageHeading>
          <DataTable caption="All" rows={await context.ask(all)} rowKey={(row) => row.id} columns={columns} />
        </>
      ),
    },
    {
      path: '/notes/:id',
      askers: [role('staff')],
      title: 'A note',
      place: 'inbox',
      view: async (context) => {
        const row = await context.row(note, context.params['id'] ?? '');
        return (
          <>
            <PageHeading>{String(row['title'])}</PageHeading>
            <VerbButtons verbs={await context.verbs(note, row)} row={row} />
            {await context.beside(note, row)}
            <CommandForm offer={await context.offer(edit, row.id)} values={{ title: String(row['title']) }} />
          </>
        );
      },
    },
    {
      path: '/rules',
      askers: 'public',
      title: 'Rules',
      place: 'policy',
      view: async (context) => (
        <>
          <PageHeading>Rules</PageHeading>
          <Cite citation={context.cite('inbox.reply-within')} />
        </>
      ),
    },
    {
      path: '/secrets',
      askers: [role('guardian')],
      title: 'Secrets',
      place: 'records',
      view: async () => <PageHeading>Secrets</PageHeading>,
    },
  ],
};
