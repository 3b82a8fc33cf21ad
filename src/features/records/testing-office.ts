import type { LightMyRequestResponse } from 'fastify';
import { addPerson, findStandingIn, giveRole, peopleIn } from '#features/people/index.ts';
import { capture, inbox } from '#features/inbox/index.ts';
import type { House } from '#kernel/house.ts';
import { perform } from '#kernel/perform.ts';
import { person, systemActor, type Actor } from '#kernel/rights.ts';
import type { Role } from '#kernel/roles.ts';
import { hiddenOf, testWeb, type TestWeb } from '#entry/web/testing-web.ts';
import { records } from './index.ts';
import { recordsPages } from './pages.tsx';

const zone = 'Europe/London';
const setup = systemActor('setup');

/** An invented office whose people stand in the database, with the record's pages over HTTP. */
export interface Office extends TestWeb {
  readonly house: House;
  /** A new person with these roles, by whose cookie pages are asked for. */
  join(name: string, ...roles: Role[]): Promise<{ actor: Actor; cookie: { cookie: string } }>;
  /** Something that somebody said, entered by hand by this person. */
  enquiry(by: Actor): Promise<string>;
  /** Presses the button of a command on the page of the record, as this person. */
  press(who: { cookie: { cookie: string } }, command: string): Promise<LightMyRequestResponse>;
  act(command: string, by: Actor, id: string, input?: Record<string, unknown>): Promise<void>;
}

export async function openOffice(
  change: { now?: string; house?: (house: House) => House } = {},
): Promise<Office> {
  let house: House | undefined;
  const web = await testWeb({
    rooms: [peopleIn(zone), inbox, records],
    now: change.now ?? '2026-11-24T10:00:00Z',
    house: (made) => (house = { ...(change.house?.(made) ?? made), findStanding: findStandingIn(zone) }),
    options: () => ({ pages: [recordsPages] }),
  });
  if (!house) throw new Error('The door was not opened');
  return {
    ...web,
    house,
    ...peopleAndMessages(house),
    async press({ cookie }, command) {
      const { body } = await web.get('/records', cookie);
      const [, form] = body.split(`action="/do/${command}"`);
      if (form === undefined) throw new Error(`The page has no button for ${command}`);
      return web.post(`/do/${command}`, cookie, hiddenOf(form.split('</form>')[0] ?? ''));
    },
  };
}

function peopleAndMessages(house: House): Pick<Office, 'join' | 'enquiry' | 'act'> {
  let count = 0;
  return {
    async join(name, ...roles) {
      count += 1;
      const input = { name, email: `person-${count}@board.example`, kind: 'employee' };
      const { id } = await perform(house, addPerson, { actor: setup, input, door: 'cli' });
      for (const role of roles)
        await perform(house, giveRole, { actor: setup, input: { person: id, role }, door: 'cli' });
      return { actor: person(id), cookie: { cookie: `person=${id}` } };
    },
    async enquiry(by) {
      const input = {
        network: 'facebook',
        kind: 'comment',
        handle: `resident.${(count += 1)}`,
        text: 'Where is the clinic?',
        at: house.clock.now().toString(),
      };
      return (await perform(house, capture, { actor: by, input, door: 'web' })).id;
    },
    async act(name, actor, id, input = {}) {
      const command = house.commands.get(name);
      if (!command) throw new Error(`There is no command ${name}`);
      await perform(house, command, { actor, id, input, door: 'api' });
    },
  };
}
