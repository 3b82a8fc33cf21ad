import { z } from 'zod';
import { form } from '#kernel/form.ts';
import { role } from '#kernel/party.ts';
import { question } from '#kernel/question.ts';
import { maskFound } from '../details.ts';
import { enquiry, readers } from '../lifecycle.ts';
import type { InboxTables } from '../words.ts';
import { listed, listedColumns, asListed } from './listed.ts';
import { periodFields, periodOf } from './period.ts';
import { lookingOf } from './waiting.ts';

/** Where “where fitting” was decided against a reply: how often, and for which reason. */
export const noReply = question('inbox.no-reply', {
  about: 'What was closed as needing no reply, by reason, as a share of all that came in.',
  askers: readers,
  input: form(periodFields),
  output: z.strictObject({
    from: z.iso.date(),
    came: z.int(),
    reasons: z.array(
      z.strictObject({ why: z.string(), name: z.string(), count: z.int(), share: z.number().nullable() }),
    ),
    sampled: z.int(),
    judged: z.int(),
    wrong: z.int().describe('Judged as should have been answered'),
  }),
  async read(reading) {
    const { policy, now, input } = reading;
    const { from, begins, ends } = periodOf(input, policy, now);
    const db = reading.tables<InboxTables>();
    const [all, closed] = await Promise.all([
      db
        .selectFrom('enquiries')
        .select((is) => is.fn.countAll<number>().as('count'))
        .where('received_at', '>=', begins)
        .where('received_at', '<', ends)
        .where(reading.seen(enquiry))
        .executeTakeFirstOrThrow(),
      db
        .selectFrom('enquiries')
        .select((is) => [
          'no_reply_why',
          is.fn.countAll<number>().as('count'),
          is.fn.countAll<number>().filterWhere('sampled', '=', true).as('sampled'),
          is.fn.count<number>('sample_verdict').as('judged'),
          is.fn
            .countAll<number>()
            .filterWhere('sample_verdict', '=', 'should-have-been-answered')
            .as('wrong'),
        ])
        .where((is) => is.or([is('no_reply_why', 'is not', null), is('sample_verdict', 'is not', null)]))
        .where('received_at', '>=', begins)
        .where('received_at', '<', ends)
        .where(reading.seen(enquiry))
        .groupBy('no_reply_why')
        .execute(),
    ]);
    const { reasons } = policy.value('inbox.no-reply-reasons');
    const nameOf = (why: string) => reasons.find((reason) => reason.id === why)?.name ?? why;
    const sum = (column: 'sampled' | 'judged' | 'wrong') =>
      closed.reduce((total, row) => total + row[column], 0);
    return {
      from: from.toString(),
      came: all.count,
      reasons: closed
        .flatMap(({ no_reply_why: why, count }) => (why === null ? [] : [{ why, count }]))
        .map(({ why, count }) => ({ why, name: nameOf(why), count, share: count / all.count }))
        .toSorted((a, b) => b.count - a.count),
      sampled: sum('sampled'),
      judged: sum('judged'),
      wrong: sum('wrong'),
    };
  },
});

/** Closures without a reply that the digest picked and nobody has judged yet; the oldest first. */
export const sample = question('inbox.sample', {
  about: 'Closures without a reply that wait for a senior’s second look.',
  askers: [role('senior-manager'), role('director')],
  input: form({}),
  output: z.strictObject({
    share: z.number(),
    rows: z.array(listed.extend({ why: z.string(), note: z.string().nullable() })),
  }),
  async read(reading) {
    const { policy } = reading;
    const rows = await reading
      .tables<InboxTables>()
      .selectFrom('enquiries')
      .select([...listedColumns, 'no_reply_why', 'close_note'])
      .where('sampled', '=', true)
      .where('sample_verdict', 'is', null)
      .where('state', '=', 'closed')
      .where(reading.seen(enquiry))
      .orderBy('closed_at')
      .orderBy('id')
      .limit(50)
      .execute();
    const { reasons, sampleShare } = policy.value('inbox.no-reply-reasons');
    const names = new Map<string, string>();
    return {
      share: sampleShare,
      rows: rows.map((row) => ({
        ...asListed(row, { ...lookingOf(reading), policy, names }),
        why: reasons.find((reason) => reason.id === row.no_reply_why)?.name ?? row.no_reply_why ?? '',
        note: row.close_note === null ? null : maskFound(row.close_note),
      })),
    };
  },
});
