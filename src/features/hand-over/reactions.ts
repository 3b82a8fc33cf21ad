import {
  enquiryClosed,
  enquiryToHandOver,
  hearAnswered,
  hearGivenBack,
  passedOn,
} from '#features/inbox/index.ts';
import { departmentContact } from '#features/people/index.ts';
import type { Reader } from '#kernel/need.ts';
import { on, type Reaction } from '#kernel/room.ts';
import { askDepartment } from './commands/begin.ts';
import { withdraw } from './commands/by-us.ts';
import { forDepartment } from './content.ts';
import { answered, givenBack, opened } from './events.ts';
import { openStates, type HandOverTables } from './words.ts';

/** What is asked of a department about an enquiry and not settled. @param except the one that was just begun. */
async function openQuestion(read: Reader, enquiry: string, except?: string): Promise<string | undefined> {
  let query = read
    .tables<HandOverTables>()
    .selectFrom('hand_overs')
    .select('id')
    .where('enquiry', '=', enquiry)
    .where('kind', '=', 'question')
    .where('state', 'in', openStates)
    .orderBy('created_at');
  if (except !== undefined) query = query.where('id', '<', except);
  return (await query.executeTakeFirst())?.id;
}

const taken = (id: string | undefined) => (id === undefined ? undefined : { id, input: {} });

/** What was passed on reaches its department, and what the department says reaches the enquiry. */
export const reactions: readonly Reaction[] = [
  on(passedOn, askDepartment, async ({ enquiry, department, at, due }, read) => {
    const [said, contact] = await Promise.all([
      enquiryToHandOver(read, enquiry),
      departmentContact(read, department),
    ]);
    // Given to another meanwhile, or closed: then that is the way it went.
    if (!said || !contact || said.department !== department) return undefined;
    return {
      input: {
        enquiry,
        department,
        receiver: contact.name,
        addresses: contact.addresses,
        passedOn: at,
        due,
        reason: 'It was passed on to be answered',
        content: JSON.stringify(forDepartment(said)),
      },
    };
  }),
  on(answered, hearAnswered, async ({ enquiry, at }) => ({ id: enquiry, input: { at } })),
  on(givenBack, hearGivenBack, async ({ enquiry }) => ({ id: enquiry, input: {} })),
  // One department at a time: what another was asked before is asked of it no longer.
  on(opened, withdraw, async ({ handOver, enquiry, kind }, read) =>
    kind === 'question' ? taken(await openQuestion(read, enquiry, handOver)) : undefined,
  ),
  on(enquiryClosed, withdraw, async ({ enquiry }, read) => taken(await openQuestion(read, enquiry))),
];
