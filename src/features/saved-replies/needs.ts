import { currentSignposts } from '#features/people/index.ts';
import { choices, need } from '#kernel/need.ts';
import type { SavedReplyTables } from './words.ts';

/** Kinds of message that the policy knows. */
export const kindsOfMessage = need(async (_, { policy }) =>
  choices(policy.value('inbox.triage').labels.map(({ id, name }) => ({ id, name }))),
);

/** A saved reply that may be used today, as it goes out. */
export interface ReadyReply {
  readonly id: string;
  readonly name: string;
  readonly hint: string;
  readonly version: number;
  readonly label: string | null;
  readonly holding: boolean;
  /** The words, with the contact of the directory where one belongs to them. */
  readonly text: string;
  readonly signpost: { readonly id: string; readonly version: number } | null;
}

/**
 * Saved replies that may be used: agreed, looked at in time, and with a contact that somebody has checked. What is
 * out of date is not offered, since nobody should have to notice.
 */
export const readyReplies = need(async (read, asked) => {
  const rows = await read
    .tables<SavedReplyTables>()
    .selectFrom('saved_replies')
    .select(['id', 'name', 'version', 'label', 'holding', 'text', 'signpost', 'language'])
    .where('state', '=', 'agreed')
    .where('review_due_on', '>', asked.now.toZonedDateTimeISO(asked.policy.zone).toPlainDate())
    .orderBy('name')
    .orderBy('language')
    .orderBy('id')
    .limit(500)
    .execute();
  const directory = await currentSignposts.load(read, asked);
  return choices<ReadyReply>(
    rows.flatMap(({ text: words, signpost: entryId, ...row }): ReadyReply[] => {
      if (entryId === null) return [{ ...row, hint: words, text: words, signpost: null }];
      if (!directory.has(entryId)) return [];
      const entry = directory.get(entryId);
      if (entry.stale) return [];
      const text = [words, entry.text, entry.url].filter(Boolean).join('\n');
      return [{ ...row, hint: text, text, signpost: { id: entry.id, version: entry.version } }];
    }),
  );
});
