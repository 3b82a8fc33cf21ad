import { on, type Reaction } from '#kernel/room.ts';
import type { Reader } from '#kernel/need.ts';
import {
  contentWiped,
  evidenceToWipe,
  evidenceWiped,
  opened,
  passDetails,
  received,
  toWipe,
  wipe,
  wipeEvidence,
  withdraw,
} from '#features/hand-over/index.ts';
import {
  detailsSpotted,
  enquiryErased,
  erase,
  forgetAddress,
  heldBack,
  holdBack,
  holdTooLate,
  letBack,
  unmask,
} from '#features/inbox/index.ts';
import { confirm, recordHandOver } from './commands/pass-on.ts';
import { recordErased } from './commands/erasing.ts';
import { comeTooLate, putInPlace } from './commands/hold.ts';
import { notice, noticeAgain } from './commands/notice.ts';
import {
  detailsDismissed,
  detailsErased,
  detailsPassedOn,
  erasureBegun,
  holdLifted,
  holdPlaced,
  outsideSettled,
} from './events.ts';
import { removalOf } from './needs.ts';
import { toPassOn } from './passing.ts';
import type { PersonalDataTables, RemovalState } from './words.ts';

/** The removal of an enquiry, while it is in one of these states. */
async function inState(read: Reader, enquiry: string, states: readonly RemovalState[]) {
  const found = await removalOf(read, enquiry);
  return found && states.includes(found.state) ? found : undefined;
}

const handOverOf = (read: Reader, removal: string) =>
  read
    .tables<PersonalDataTables>()
    .selectFrom('removals')
    .select('hand_over')
    .where('id', '=', removal)
    .executeTakeFirst();

const nextToWipe = async (read: Reader, enquiry: string) => {
  const found = await toWipe(read, enquiry);
  return found && { id: found.id, input: {} };
};

const nextEvidence = async (read: Reader, enquiry: string) => {
  const found = await evidenceToWipe(read, enquiry);
  return found && { id: found.id, input: {} };
};

export const reactions: readonly Reaction[] = [
  on(detailsSpotted, notice, async (spotted) => ({ input: spotted })),
  on(detailsSpotted, noticeAgain, async ({ enquiry, kinds }, read) => {
    const found = await inState(read, enquiry, ['noticed', 'dismissed', 'passed-on', 'due', 'held']);
    const known = new Set(found?.kinds.list);
    const isNew = found?.state === 'dismissed' || kinds.split(' ').some((kind) => !known.has(kind));
    return found && isNew ? { id: found.id, input: { kinds } } : undefined;
  }),
  on(detailsDismissed, unmask, async ({ enquiry }) => ({ id: enquiry, input: {} })),
  on(detailsPassedOn, passDetails, async ({ removal }, read) => {
    const input = await toPassOn(read, removal);
    return input && { input };
  }),
  on(detailsPassedOn, withdraw, async ({ before }) =>
    before === null ? undefined : { id: before, input: {} },
  ),
  on(opened, recordHandOver, async ({ handOver, enquiry, kind }, read) => {
    const found = kind === 'details' ? await inState(read, enquiry, ['passed-on', 'due', 'held']) : undefined;
    return found && { id: found.id, input: { handOver } };
  }),
  on(received, confirm, async ({ enquiry, kind }, read) => {
    const found = kind === 'details' ? await inState(read, enquiry, ['passed-on', 'held']) : undefined;
    return found && { id: found.id, input: {} };
  }),
  // Looked at again where it is done: a hold that came meanwhile stops it here, and the row of the enquiry decides.
  on(erasureBegun, erase, async ({ enquiry }, read) =>
    (await inState(read, enquiry, ['erasing'])) ? { id: enquiry, input: {} } : undefined,
  ),
  on(enquiryErased, recordErased, async ({ enquiry, at }, read) => {
    const found = await inState(read, enquiry, ['due', 'erasing', 'held']);
    return found && { id: found.id, input: { at } };
  }),
  on(detailsErased, withdraw, async ({ removal }, read) => {
    const row = await handOverOf(read, removal);
    return row?.hand_over ? { id: row.hand_over, input: {} } : undefined;
  }),
  // One after the other: whatever was handed over of it, to whomever, goes with the message.
  on(enquiryErased, wipe, ({ enquiry }, read) => nextToWipe(read, enquiry)),
  on(contentWiped, wipe, ({ enquiry }, read) => nextToWipe(read, enquiry)),
  on(enquiryErased, wipeEvidence, ({ enquiry }, read) => nextEvidence(read, enquiry)),
  on(evidenceWiped, wipeEvidence, ({ enquiry }, read) => nextEvidence(read, enquiry)),
  on(outsideSettled, forgetAddress, async ({ enquiry }) => ({ id: enquiry, input: {} })),
  on(holdPlaced, holdBack, async ({ hold, enquiry }) => ({ id: enquiry, input: { hold } })),
  on(holdLifted, letBack, async ({ hold, enquiry }) => ({ id: enquiry, input: { hold } })),
  on(heldBack, putInPlace, async ({ hold }) => ({ id: hold, input: {} })),
  on(holdTooLate, comeTooLate, async ({ hold }) => ({ id: hold, input: {} })),
];
