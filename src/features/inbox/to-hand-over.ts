import type { Reader } from '#kernel/need.ts';
import type { Enquiry, InboxTables } from './words.ts';

/** What may leave this room with something that is handed over; the room that does so seals it. Never a question. */
export type EnquiryToHandOver = Pick<
  Enquiry,
  | 'id'
  | 'state'
  | 'network'
  | 'kind'
  | 'account_name'
  | 'author_handle'
  | 'author_name'
  | 'text'
  | 'permalink'
  | 'visibility'
  | 'received_at'
  | 'department'
  | 'summary'
  | 'contact'
>;

export async function enquiryToHandOver(read: Reader, id: string): Promise<EnquiryToHandOver | undefined> {
  return read
    .tables<InboxTables>()
    .selectFrom('enquiries')
    .select([
      'id',
      'state',
      'network',
      'kind',
      'account_name',
      'author_handle',
      'author_name',
      'text',
      'permalink',
      'visibility',
      'received_at',
      'department',
      'summary',
      'contact',
    ])
    .where('id', '=', id)
    .executeTakeFirst();
}
