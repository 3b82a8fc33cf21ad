import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { sendPage, lookAfterPage, type Waking } from '#entry/worker/send-pages.ts';
import { inboxDesk, queuedIn, type InboxDesk } from '#features/inbox/builders.ts';
import { inbox } from '#features/inbox/index.ts';
import { given, somebody } from '#features/people/builders.ts';
import { peopleIn } from '#features/people/index.ts';
import { register } from '#features/register/index.ts';
import type { AnyCommand } from '#kernel/command.ts';
import { newId } from '#kernel/ids.ts';
import { readerOf } from '#kernel/need.ts';
import { perform } from '#kernel/perform.ts';
import { Refused } from '#kernel/refusal.ts';
import { person, systemActor, type Actor } from '#kernel/rights.ts';
import type { Role } from '#kernel/roles.ts';
import { openOutbound } from '#networks/outbound.ts';
import { openPagers, type Pagers } from '#networks/pager/index.ts';
import { testHouse, type TestHouse } from '#store/testing-house.ts';
import { notifyTwin, practiceTemplates, type NotifyTwin } from '#twins/notify/notify.ts';
import { practiceKey } from '#twins/notify/signature.ts';
import { planShift } from '../commands/plan-shift.ts';
import { waitUntilMorning } from '../commands/decide-page.ts';
import { giveContact } from '../commands/duty-contact.ts';
import { onCallIn } from '../index.ts';
import type { Page, PageMessage, PagingTables } from './words.ts';

/** When the night of these tests begins: Saturday, 23:00. */
export const NIGHT = '2026-11-28T23:00:00Z';
export const phones = {
  duty: '07700 900001',
  deputy: '07700 900002',
  director: '07700 900003',
  senior: '07700 900004',
} as const;
type Name = keyof typeof phones | 'officer';
const rolesOf: Readonly<Record<Name, readonly Role[]>> = {
  duty: ['duty-manager'],
  deputy: ['duty-manager'],
  director: ['director'],
  senior: ['senior-manager'],
  officer: ['communications'],
};

type Flag = { tier?: string; severity?: number; lead?: string };

export interface Night {
  readonly house: TestHouse;
  readonly desk: InboxDesk;
  readonly who: Readonly<Record<Name, Actor & { readonly kind: 'person' }>>;
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

async function staff(house: TestHouse): Promise<Night['who']> {
  const root = house.person('Root', 'director');
  const acting = { house: house.house, director: root };
  const made: Partial<Record<Name, Actor & { kind: 'person' }>> = {};
  for (const [name, roles] of Object.entries(rolesOf) as [Name, readonly Role[]][]) {
    const id = await somebody(acting, {
      name: `${name} of the night`,
      email: `${name}-${newId()}@board.example`,
    });
    for (const role of roles) await given(acting, id, role);
    const actor = person(id) as Actor & { kind: 'person' };
    house.grants(actor, 'staff', ...roles);
    made[name] = actor;
    if (name === 'officer') continue;
    const input = { phone: phones[name], email: `${name}@board.example` };
    await perform(house.house, giveContact, { actor, input, door: 'api' });
  }
  return made as Night['who'];
}

async function shifts(house: TestHouse, who: Night['who'], deputy: boolean): Promise<void> {
  const input = {
    person: who.duty.id,
    ...(deputy ? { deputy: who.deputy.id } : {}),
    from: '2026-11-27T17:00:00Z',
    to: '2026-11-30T09:00:00Z',
    anyway: true,
  };
  await perform(house.house, planShift, { actor: who.senior, input, door: 'api' });
}

function nightOver(
  at: TestHouse,
  who: Night['who'],
  twin: NotifyTwin,
  pagers: Pagers,
  { log, logged }: { log: Parameters<typeof sendPage>[2]; logged: () => string },
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
      const { id } = await desk.received({ text: 'I cannot go on. Tonight is the night.', ...message });
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

/** What the worker does: timers, reactions, and the effects that are queued. Alarms are left to the sweeps. */
async function workOff(
  night: Night,
  { open, log }: { open: (sealed: string) => string; log: Parameters<typeof sendPage>[2] },
): Promise<void> {
  const { house, clock } = night.house;
  const waking: Waking = { pagers: night.pagers, open, origin: 'https://signpost.example' };
  const read = readerOf(house.store.read());
  for (const timer of house.timers.filter((one) => one.room === 'on-call')) {
    for (const id of await timer.due(read, clock.now()))
      await perform(house, timer.perform, {
        actor: systemActor('timer'),
        id,
        input: {},
        door: 'worker',
      }).catch(notRefused);
  }
  await night.desk.reactions();
  const looks = await read
    .tables<PagingTables>()
    .selectFrom('page_messages')
    .select('id')
    .where('look_at', '<=', clock.now())
    .execute();
  for (const { id } of looks) await lookAfterPage(house, waking, log, id);
  for (let done = -1; done !== 0;) {
    done = 0;
    for (const job of await queuedIn(night.house, 'send/on-call.send-page')) {
      if (worked.has(job.id)) continue;
      worked.add(job.id);
      done += 1;
      await sendPage(house, waking, log, String(job.data['message']));
    }
  }
}
const worked = new Set<string>();

function notRefused(error: unknown): void {
  if (!(error instanceof Refused)) throw error;
}
