import {
  authorOfReply,
  enquiryClosed,
  enquiryFlagged,
  replySent,
  whereAndWhen,
} from '#features/inbox/index.ts';
import type { Reader } from '#kernel/need.ts';
import { on, type Reaction } from '#kernel/room.ts';
import { recordEnd, recordReply } from '../commands/decide-page.ts';
import { noteNightItem, openPage } from '../commands/open-page.ts';
import { writeTest } from '../commands/write-message.ts';
import { testPageDue } from '../rota/events.ts';
import { of } from './there.ts';

interface Flagged {
  readonly enquiry: string;
  readonly severity: number;
  readonly lead: string;
}

async function inputOf(read: Reader, { enquiry, severity, lead }: Flagged) {
  const found = await whereAndWhen(read, enquiry);
  return (
    found && {
      input: { enquiry, severity, lead, network: found.network, receivedAt: found.receivedAt.toString() },
    }
  );
}

/** Severity 1 wakes somebody whatever the tier says: a mistake there must not cost a life. */
const wakes = ({ tier, severity }: { tier: string; severity: number }): boolean =>
  tier === 'page' || severity === 1;

const openPageOf = async (read: Reader, enquiry: string): Promise<string | undefined> => {
  const row = await of(read)
    .selectFrom('pages')
    .select('id')
    .where('enquiry', '=', enquiry)
    .where('state', '<>', 'decided')
    .executeTakeFirst();
  return row?.id;
};

export const pagingReactions: readonly Reaction[] = [
  on(enquiryFlagged, openPage, async (ids, read) => (wakes(ids) ? inputOf(read, ids) : undefined)),
  on(enquiryFlagged, noteNightItem, async (ids, read) => (wakes(ids) ? undefined : inputOf(read, ids))),
  on(replySent, recordReply, async ({ reply, enquiry, kind }, read) => {
    const id = kind === 'automatic' ? undefined : await openPageOf(read, enquiry);
    if (id === undefined) return undefined;
    const author = await authorOfReply(read, reply);
    return { id, input: author === undefined ? {} : { author } };
  }),
  on(enquiryClosed, recordEnd, async ({ enquiry }, read) => {
    const id = await openPageOf(read, enquiry);
    return id === undefined ? undefined : { id, input: {} };
  }),
  on(testPageDue, writeTest, async ({ testPage, person }) => ({ input: { testPage, person } })),
];
