import { askQuestion } from '#kernel/ask.ts';
import type { AnyCommand } from '#kernel/command.ts';
import { reactionQueue, type Ids } from '#kernel/event.ts';
import { newId } from '#kernel/ids.ts';
import { readerOf } from '#kernel/need.ts';
import { perform } from '#kernel/perform.ts';
import { InputRefused, Refused } from '#kernel/refusal.ts';
import { systemActor, type Actor } from '#kernel/rights.ts';
import type { SystemName } from '#kernel/roles.ts';
import type { TestHouse } from '#store/testing-house.ts';
import { capture } from './commands/capture.ts';
import { receive } from './commands/receive.ts';
import { beginSending, markRefused, markSent, markUnknown } from './commands/sending.ts';
import type { Enquiry, InboxTables, Reply } from './words.ts';

/** For tests: what a network, the sender and a colleague do to the inbox, in a line each. */

type Input = Record<string, unknown>;
/** What a question gave, for a test to look into. */
// oxlint-disable-next-line typescript/no-explicit-any -- a test looks into it, and is wrong where it is not so
type Answer = any;

/** What a refusal is called: its code, or the fields that could not be read; `done` where nothing was refused. */
export const refusedWith = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof Refused) return error.code;
      if (error instanceof InputRefused) return `input: ${error.errors.map((one) => one.field).join()}`;
      return String(error);
    },
  );

/** The refusal itself, to look at its words and its citation. @throws where nothing was refused. */
export const refusalOf = (promise: Promise<unknown>): Promise<Refused> =>
  promise.then(
    () => {
      throw new Error('It was not refused');
    },
    (error: unknown) => {
      if (error instanceof Refused) return error;
      throw error;
    },
  );

export type InboxDesk = ReturnType<typeof inboxDesk>;

/** Somebody at work in the inbox of a test house: `officer` acts unless another is named. */
export function inboxDesk(at: TestHouse, officer: () => Actor) {
  const account = newId();
  const acts = actsIn(at, officer);
  let messages = 0;
  return {
    account,
    ...rowsIn(at),
    ...acts,
    ...sendingIn(at, acts),
    /** A message of the network. Its author writes once, in a thread of its own, unless told. */
    received(over: Input = {}) {
      messages += 1;
      return acts.bySystem('collector', receive, undefined, {
        network: 'x',
        account,
        accountName: 'Board',
        remote: `${account}-${messages}`,
        kind: 'mention',
        authorId: `author-${messages}`,
        authorHandle: `author-${messages}`,
        authorName: 'Somebody',
        text: 'Where is the clinic?',
        pictures: [],
        visibility: 'public',
        at: at.clock.now().toString(),
        firstRead: '2020-01-01T00:00:00Z',
        ...over,
      });
    },
    captured: (over: Input = {}, actor: Actor = officer()) =>
      perform(at.house, capture, {
        actor,
        input: {
          network: 'tiktok',
          kind: 'mention',
          handle: `finder-${newId()}`,
          text: 'Is the Habourside Board on here?',
          at: at.clock.now().toString(),
          ...over,
        },
        door: 'api',
      }),
  };
}

function rowsIn(at: TestHouse) {
  const tables = () => at.house.store.read<InboxTables>();
  return {
    rowOf: (id: string): Promise<Enquiry> =>
      tables().selectFrom('enquiries').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    /** The latest reply to an enquiry. */
    replyOf: (id: string): Promise<Reply> =>
      tables()
        .selectFrom('replies')
        .selectAll()
        .where('enquiry', '=', id)
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .executeTakeFirstOrThrow(),
    lineOf: async (id: string, command: string) =>
      (await at.house.store.trail.find({ row: id, command }))[0]?.entry,
    async asks(name: string, actor: Actor, input: Input = {}): Promise<Answer> {
      const question = at.house.questions.get(name);
      if (!question) throw new Error(`There is no question ${name}`);
      return question.output.parse(await askQuestion(at.house, question, { actor, input }));
    },
  };
}

function actsIn(at: TestHouse, officer: () => Actor) {
  const { rowOf } = rowsIn(at);
  const done = new Set<string>();
  return {
    /** A person does a verb of an enquiry, having seen it as it stands now. */
    act: async (command: AnyCommand, id: string, input: Input = {}, actor: Actor = officer()) =>
      perform(at.house, command, { actor, id, input, version: (await rowOf(id)).version, door: 'api' }),
    /** A person does a verb of a reply. */
    onReply: (command: AnyCommand, id: string, input: Input = {}, actor: Actor = officer()) =>
      perform(at.house, command, { actor, id, input, door: 'api' }),
    bySystem: (name: SystemName, command: AnyCommand, id: string | undefined, input: Input = {}) =>
      perform(at.house, command, { actor: systemActor(name), id, input, door: 'worker' }),
    /** Does what the job queue would: every reaction whose event was really queued, once. */
    async reactions(): Promise<void> {
      for (const reaction of at.house.reactions) {
        const queue = reactionQueue(reaction.room, reaction.on, reaction.perform.name);
        for (const job of await queuedIn(at, queue)) {
          if (done.has(job.id)) continue;
          done.add(job.id);
          const asked = await reaction.from(job.data, readerOf(at.house.store.read()));
          if (!asked) continue;
          const refused = await refusedWith(
            perform(at.house, reaction.perform, {
              actor: systemActor('reaction'),
              id: asked.id,
              input: asked.input,
              key: job.id,
              door: 'worker',
            }),
          );
          if (!/^(done$|[\w-]+\.)/.test(refused)) throw new Error(`${reaction.perform.name}: ${refused}`);
        }
      }
    },
  };
}

/** Jobs of a queue that nobody has taken. */
export const queuedIn = (
  at: TestHouse,
  queue: string,
): Promise<{ readonly id: string; readonly data: Ids }[]> =>
  at.house.store
    .read<{ 'pgboss.job': { id: string; name: string; data: Ids; state: string; created_on: string } }>()
    .selectFrom('pgboss.job')
    .select(['id', 'data'])
    .where('name', '=', queue)
    .where('state', '=', 'created')
    .orderBy('created_on')
    .execute();

function sendingIn(at: TestHouse, acts: ReturnType<typeof actsIn>) {
  const { replyOf } = rowsIn(at);
  const begun = async (id: string) => {
    const reply = await replyOf(id);
    await acts.bySystem('sender', beginSending, reply.id);
    return { id: reply.id, attempt: reply.attempts + 1 };
  };
  return {
    /** The sender sends the latest reply, and what follows from it happens. */
    async sent(id: string): Promise<void> {
      const { id: reply, attempt } = await begun(id);
      const [remote, now] = [`r-${reply}`, at.clock.now().toString()];
      await acts.bySystem('sender', markSent, reply, { attempt, remote, permalink: '', at: now });
      await acts.reactions();
    },
    /** The network refuses the latest reply. */
    async refused(id: string, reason = 'It links to a page that is not allowed.'): Promise<void> {
      const { id: reply, attempt } = await begun(id);
      await acts.bySystem('sender', markRefused, reply, { attempt, reason });
      await acts.reactions();
    },
    /** The answer of the network was lost. */
    async lost(id: string): Promise<void> {
      const { id: reply, attempt } = await begun(id);
      await acts.bySystem('sender', markUnknown, reply, { attempt });
      await acts.reactions();
    },
  };
}
