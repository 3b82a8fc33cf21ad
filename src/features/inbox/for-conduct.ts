import { closeAfterWorkingDays } from '#calendar/working-days.ts';
import type { Reader } from '#kernel/need.ts';
import { sightCondition, type Standing } from '#kernel/rights.ts';
import type { Policy } from '#policy/index.ts';
import { openHours } from './hours.ts';
import { enquiry } from './lifecycle.ts';
import type { Enquiry, InboxTables } from './words.ts';

const measured = [
  'id',
  'state',
  'network',
  'account',
  'account_name',
  'remote',
  'permalink',
  'kind',
  'author_id',
  'author_handle',
  'author_name',
  'text',
  'details',
  'visibility',
  'by_hand',
  'received_at',
  'law_clocks',
] as const;

/** A message of the public, as far as a measure about it needs to know it. */
export type MeasuredEnquiry = Pick<Enquiry, (typeof measured)[number]>;

/** The message, if this person may see it. */
export async function enquiryToMeasure(
  read: Reader,
  standing: Standing,
  id: string,
): Promise<MeasuredEnquiry | undefined> {
  return read
    .tables<InboxTables>()
    .selectFrom('enquiries')
    .select(measured)
    .where('id', '=', id)
    .where(sightCondition(enquiry, standing))
    .executeTakeFirst();
}

/** So many messages of one person are looked through at the most, the newest first. */
const MOST = 1000;

/** What the same person wrote to us on the same network, this message among it: ids, as far as this person may see. */
export async function enquiriesOfAuthor(read: Reader, standing: Standing, id: string): Promise<string[]> {
  const rows = await read
    .tables<InboxTables>()
    .selectFrom('enquiries')
    .select('id')
    .where((is) =>
      is(
        is.refTuple('network', 'author_id'),
        'in',
        is
          .selectFrom('enquiries')
          .select(['network', 'author_id'])
          .where('id', '=', id)
          .where('author_id', '<>', '')
          .$asTuple('network', 'author_id'),
      ),
    )
    .where(sightCondition(enquiry, standing))
    .orderBy('received_at', 'desc')
    .limit(MOST)
    .execute();
  return rows.map((row) => row.id);
}

/** Of which enquiry this reply is a warning; undefined where it is anything else. */
export async function warnedBy(read: Reader, reply: string): Promise<string | undefined> {
  const row = await read
    .tables<InboxTables>()
    .selectFrom('replies')
    .select('enquiry')
    .where('id', '=', reply)
    .where('kind', '=', 'warning')
    .executeTakeFirst();
  return row?.enquiry;
}

/** The close of the working day so many working days after a moment, whose own day does not count. */
export const inWorkingDays = (policy: Policy, from: Temporal.Instant, days: number): Temporal.Instant =>
  closeAfterWorkingDays(openHours(policy).hours, from, days);
