import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { inboxDesk, type InboxDesk } from '#features/inbox/builders.ts';
import { inbox } from '#features/inbox/index.ts';
import { peopleIn } from '#features/people/index.ts';
import { register } from '#features/register/index.ts';
import type { AnyCommand } from '#kernel/command.ts';
import { newId } from '#kernel/ids.ts';
import { readerOf } from '#kernel/need.ts';
import { perform } from '#kernel/perform.ts';
import { systemActor } from '#kernel/rights.ts';
import { openOutbound } from '#networks/outbound.ts';
import { openPagers, type Pagers } from '#networks/pager/index.ts';
import { testHouse, type TestHouse } from '#store/testing-house.ts';
import { notifyTwin, practiceTemplates, type NotifyTwin } from '#twins/notify/notify.ts';
import { practiceKey } from '#twins/notify/signature.ts';
import { waitUntilMorning } from '../commands/decide-page.ts';
import { onCallIn } from '../index.ts';
import { phones, shifts, staff, type Name, type Staff } from './testing-staff.ts';
import { workOff, type WorkerLog } from './testing-work.ts';
import type { Page, PageMessage, PagingTables } from './words.ts';

/** When the night of these tests begins: Saturday, 23:00. */
export const NIGHT = '2026-11-28T23:00:00Z';
type Flag = { tier?: string; severity?: number; lead?: string };

export interface Night {
  readonly house: TestHouse;
  readonly desk: InboxDesk;
  readonly who: Staff;
  readonly twin: NotifyTwin;
  readonly logged: () => string;
  /** What is set up besides, or instead. */
  pagers: Pagers;
  /** A message comes in and triage flags it. @returns the enquiry. */
  flagged(over?: Flag, message?: Record<string, unknown>): Promise<string>;
  /** Triage flags it, once more perhaps. */
  flag(enquiry: string, over?: Flag): Promise<void>;
  /** The worker does everything that is due now, until nothing is left. */
  work(): Promise<void>;
  /** The clock is put to so many seconds after the night began, and the worker works. */
  after(minutes: number, seconds?: number): Promise<void>;
  does(
    who: Name,
    command: AnyCommand,
    id: string | undefined,
    input?: Record<string, unknown>,
  ): Promise<string>;
  /** A command of any room, by its name. */
  command(name: string): AnyCommand;
  pageOf(enquiry: string): Promise<Page>;
  messagesOf(enquiry: string): Promise<PageMessage[]>;
  /** Whom a text reached, in order, by name. */
  texts(): string[];
}

/**
 * A night over a real database, with a stand-in of Notify and of the team's room. Everybody has a number.
 * @param shift false: a hole in the rota.
 */
export async function openNight(options: { shift?: boolean; deputy?: boolean } = {}): Promise<Night> {
  const house = await testHouse({
    rooms: [peopleIn('Europe/London'), register, inbox, onCallIn('Europe/London')],
    now: '2026-11-27T10:00:00Z',
  });
  const who = await staff(house);
  if (options.shift !== false) await shifts(house, who, options.deputy !== false);
  const twin = notifyTwin(() => house.clock.now());
  const address = await twin.server.listen({ host: '127.0.0.1', port: 0 });
  afterAll(async () => {
    await house.close();
    await twin.server.close();
  });
  const log: string[] = [];
  const say = (facts: Record<string, unknown>, message: string) =>
    void log.push(JSON.stringify({ ...facts, message }));
  const night: Night = nightOver(house, who, twin, pagersAt(address), {
    log: { info: say, warn: say, error: say },
    logged: () => log.join('\n'),
  });
  const wholeDay = night.pagers;
  beforeAll(async () => {
    // The test page of the week is due; it is the rota's, and none of these nights'.
    await night.after(0);
    await night.after(0, 30);
    twin.arrived.length = 0;
  });
  beforeEach(() => house.clock.set(NIGHT));
  afterEach(async () => {
    await quiet(night);
    night.pagers = wholeDay;
    twin.arrived.length = 0;
    twin.troubles.length = 0;
  });
  return night;
}

/** Nothing of one test wakes anybody in the next. */
async function quiet({ house, who }: Night): Promise<void> {
  const rows = await house.house.store
    .read<PagingTables>()
    .selectFrom('pages')
    .select('id')
    .where('state', '<>', 'decided')
    .execute();
  for (const { id } of rows)
    await perform(house.house, waitUntilMorning, {
      actor: who.duty,
      id,
      input: { reason: 'The test is over' },
      door: 'web',
    });
}

const pagersAt = (address: string): Pagers =>
  openPagers(openOutbound({ allowed: [address], deadline: Temporal.Duration.from({ milliseconds: 500 }) }), {
    notify: {
      key: practiceKey,
      address,
      textTemplate: practiceTemplates.text,
      emailTemplate: practiceTemplates.email,
    },
    teams: `${address}/team`,
  });

function nightOver(
  at: TestHouse,
  who: Staff,
  twin: NotifyTwin,
  pagers: Pagers,
  { log, logged }: { log: WorkerLog; logged: () => string },
): Night {
  const desk = inboxDesk(at, () => who.officer);
  const tables = () => at.house.store.read<PagingTables>();
  const open = (sealed: string): string =>
    (at.house.store as unknown as { open(sealed: string): string }).open(sealed);
  const numbers = new Map(Object.entries(phones).map(([name, phone]) => [phone as string, name]));
  const night: Night = {
    house: at,
    desk,
    who,
    twin,
    pagers,
    logged,
    async flagged(over, message) {
      const { id } = await desk.received({ text: 'When does the clinic open?', ...message });
      await night.flag(id, over);
      return id;
    },
    async flag(enquiry, { tier = 'page', severity = 1, lead = 'suicide_imminent' } = {}) {
      for (const reaction of at.house.reactions.filter((one) => one.on === 'inbox.enquiry-flagged')) {
        const asked = await reaction.from({ enquiry, tier, severity, lead }, readerOf(at.house.store.read()));
        if (!asked) continue;
        const { input } = asked;
        const actor = systemActor('reaction');
        await perform(at.house, reaction.perform, { actor, input, key: newId(), door: 'worker' });
      }
    },
    work: () => workOff(night, { open, log }),
    async after(minutes, seconds = 0) {
      at.clock.set(Temporal.Instant.from(NIGHT).add({ seconds: minutes * 60 + seconds }));
      await night.work();
    },
    async does(name, command, id, input = {}) {
      const done = await perform(at.house, command, { actor: who[name], id, input, door: 'web' });
      return done.id;
    },
    command(name) {
      const found = at.house.commands.get(name);
      if (!found) throw new Error(`There is no command ${name}`);
      return found;
    },
    pageOf: (enquiry) =>
      tables().selectFrom('pages').selectAll().where('enquiry', '=', enquiry).executeTakeFirstOrThrow(),
    messagesOf: (enquiry) =>
      tables()
        .selectFrom('page_messages')
        .innerJoin('pages', 'pages.id', 'page_messages.subject')
        .selectAll('page_messages')
        .where('pages.enquiry', '=', enquiry)
        .orderBy('page_messages.created_at')
        .orderBy('page_messages.id')
        .execute(),
    texts: () =>
      twin.arrived.filter((one) => one.channel === 'text').map((one) => numbers.get(one.to) ?? one.to),
  };
  return night;
}
