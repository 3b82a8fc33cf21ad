import { makeLink, passDetails, askDepartment, handOvers } from '#features/hand-over/index.ts';
import { inbox } from '#features/inbox/index.ts';
import { peopleIn } from '#features/people/index.ts';
import { newId } from '#kernel/ids.ts';
import { perform } from '#kernel/perform.ts';
import { systemActor } from '#kernel/rights.ts';
import type { Pages } from '#screens/index.ts';
import { asAway } from '#store/away.ts';
import type { OpenStore } from '#store/store.ts';
import { attempts } from '../sign-in/index.ts';
import { testWeb, type TestWeb } from '../web/testing-web.ts';
import { handOverRoutes } from './index.ts';
import { newToken, type Token } from './token.ts';

/** For tests: the web door with the links, over a real database. */
export const linkDoor = (pages: readonly Pages[] = []): Promise<TestWeb> =>
  testWeb({
    rooms: [peopleIn('Europe/London'), inbox, handOvers],
    now: '2026-11-24T10:00:00Z',
    options: ({ house, clock }) => {
      const store = house.store as OpenStore;
      return {
        pages,
        routes: [
          handOverRoutes({
            house,
            origin: 'http://signpost.test',
            organisation: 'Harbourside Health Board',
            open: (sealed) => store.open(sealed),
            tried: attempts({
              pool: store.plainPool,
              clock,
              digest: (text) => store.digest(`hand-over ${text}`),
              away: asAway,
            }),
          }),
        ],
      };
    },
  });

/** Words that must be seen by the receiver and by nobody else. */
export const canary = 'My hospital number is 999 000 0018, ring 07700 900123';

/** Something handed over, and a link to it. */
export async function handedOver(
  { at: { house, clock } }: TestWeb,
  kind: 'question' | 'details',
  words = canary,
): Promise<Token & { readonly id: string; readonly enquiry: string }> {
  const enquiry = newId();
  const content = JSON.stringify({ parts: [{ heading: 'What they wrote', words }] });
  const base = { enquiry, receiver: 'Nursing', addresses: [], reason: 'They asked about a ward', content };
  const { id } = await perform(house, kind === 'question' ? askDepartment : passDetails, {
    actor: systemActor('reaction'),
    input:
      kind === 'question'
        ? {
            ...base,
            department: newId(),
            passedOn: clock.now().toString(),
            due: clock.now().add({ hours: 55 }).toString(),
          }
        : { ...base, kinds: ['contact', 'health'] },
    door: 'worker',
  });
  return { ...(await linkTo(house, id)), id, enquiry };
}

export async function linkTo(house: TestWeb['at']['house'], id: string): Promise<Token> {
  const made = newToken();
  await perform(house, makeLink, {
    actor: systemActor('sender'),
    id,
    input: { digest: made.digest },
    door: 'worker',
  });
  return made;
}
