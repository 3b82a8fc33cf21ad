import { z } from 'zod';
import { form } from '#kernel/form.ts';
import { question } from '#kernel/question.ts';
import { openHours } from '#features/inbox/index.ts';
import { accountsInUse } from '#features/register/index.ts';
import { pastedText, readers } from './lifecycle.ts';
import { automaticReply, formAt, momentsOfForms, standingText } from './text.ts';
import type { AutoReplyTables } from './words.ts';

const forms = z.enum(['open', 'closed', 'closed-today']);

/** What is said by itself, before it is said; and where it is. */
export const shown = question('auto-reply.shown', {
  about:
    'Shows the automatic reply as it reads now, out of hours and on a bank holiday; the text to paste; and which accounts give it.',
  askers: readers,
  input: form({}),
  output: z.object({
    now: forms,
    forms: z.array(z.object({ form: forms, at: z.string(), text: z.string() })),
    standing: z.string(),
    accounts: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        network: z.string(),
        byItself: z.boolean(),
        pasted: z
          .object({
            id: z.string(),
            checkedOn: z.string(),
            checkDueOn: z.string(),
            due: z.boolean(),
            changed: z.boolean(),
          })
          .nullable(),
      }),
    ),
  }),
  async read(reading) {
    const { policy, now } = reading;
    const { hours } = openHours(policy);
    const today = now.toZonedDateTimeISO(policy.zone).toPlainDate();
    const standing = standingText(policy);
    const [accounts, pasted] = await Promise.all([
      accountsInUse({ tables: reading.tables }),
      reading
        .tables<AutoReplyTables>()
        .selectFrom('pasted_texts')
        .select(['id', 'account', 'text', 'checked_on', 'check_due_on'])
        .where(reading.seen(pastedText))
        .execute(),
    ]);
    const byAccount = new Map(pasted.map((one) => [one.account, one]));
    return {
      now: formAt(hours, now),
      forms: [...momentsOfForms(hours, now)].flatMap(([form, at]) => {
        const reply = automaticReply(policy, at);
        return reply ? [{ form, at: at.toString(), text: reply.text }] : [];
      }),
      standing,
      accounts: accounts.map(({ id, name, network, connector }) => {
        const there = byAccount.get(id);
        return {
          id,
          name,
          network,
          byItself: connector !== 'manual',
          pasted: there
            ? {
                id: there.id,
                checkedOn: there.checked_on.toString(),
                checkDueOn: there.check_due_on.toString(),
                due: Temporal.PlainDate.compare(there.check_due_on, today) <= 0,
                changed: there.text !== standing,
              }
            : null,
        };
      }),
    };
  },
});
