import { z } from 'zod';
import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { InputRefused } from '#kernel/refusal.ts';
import { measure } from '../lifecycle.ts';
import { about, before, houseRulesFor, skipReasons, templates } from '../needs.ts';
import { toBeDone } from '../settling.ts';
import { refuseUnexplained, taken } from '../taking.ts';
import { reportReasons } from '../words.ts';

const enquiry = ask.given('Message', z.uuid({ error: 'Give the id of the message' }));
const houseRule = ask.choice('Which house rule does it break?', 'Choose the house rule', 'houseRules');
const why = ask.line('Why?', {
  max: 300,
  empty: 'Say why, in a few words',
  hint: 'What was done, in a few words of yours. No names, and none of their words',
});
const skipped = ask.maybeChoice('Why is a milder step left out?', 'skipReasons', { afterwards: true });
const beyond = ask.maybe('What goes beyond criticism?', { max: 300, afterwards: true });
const asked = { enquiry, houseRule, why, skipped, beyond };

const kindFacts = (kind: string, row: { readonly enquiry: string; readonly house_rule: string }) => ({
  kind,
  enquiry: row.enquiry,
  houseRule: row.house_rule,
});

export const hide = command(measure, 'hide', {
  label: 'Hide',
  about: 'Others do not see the message any more. Whoever wrote it still does, and nothing is deleted.',
  needs: { about, before, houseRules: houseRulesFor('hide'), skipReasons },
  input: form(asked),
  decide: (given) => {
    const { id, input, needs } = given;
    refuseUnexplained('hide', { ...given, ...needs }, input);
    const create = taken('hide', { ...given, about: needs.about }, input);
    return { create, ...toBeDone(id, create), facts: kindFacts('hide', create) };
  },
});

/** One press: somebody's details come out of sight first, and everything else afterwards. */
export const hideDetails = command(measure, 'hide-details', {
  label: 'Hide somebody’s details',
  about: 'Takes a message that shows somebody’s personal details out of sight at once.',
  needs: { about },
  input: form({ enquiry }),
  decide: (given) => {
    const { id, needs, policy } = given;
    const { houseRule: of } = policy.value('conduct.details-hidden');
    const said = { houseRule: of, why: 'It shows somebody’s personal details' };
    const create = taken('hide', { ...given, about: needs.about }, said);
    return { create, ...toBeDone(id, create), facts: kindFacts('hide', create) };
  },
});

export const warn = command(measure, 'warn', {
  label: 'Warn',
  about: 'Sends a warning in approved words under the message. It is no answer: the clock runs on.',
  needs: { about, before, houseRules: houseRulesFor('warn'), skipReasons, templates },
  input: form({
    ...asked,
    template: ask.choice('Which words?', 'Choose the words of the warning', 'templates'),
  }),
  decide: (given) => {
    const { id, input, needs } = given;
    refuseUnexplained('warn', { ...given, ...needs }, input);
    const create = taken('warn', { ...given, about: needs.about }, input);
    // A person who answers by hand gets the words from the inbox, where every reply comes from.
    const { send } = toBeDone(id, { by_hand: false });
    return { create: { ...create, template: input.template }, send, facts: kindFacts('warn', create) };
  },
});

export const restrict = command(measure, 'restrict', {
  label: 'Restrict',
  about: 'What this person writes under our posts still reaches us, and others do not see it.',
  needs: { about, before, houseRules: houseRulesFor('restrict'), skipReasons },
  input: form(asked),
  decide: (given) => {
    const { id, input, needs } = given;
    refuseUnexplained('restrict', { ...given, ...needs }, input);
    const create = taken('restrict', { ...given, about: needs.about }, input);
    return { create, ...toBeDone(id, create), facts: kindFacts('restrict', create) };
  },
});

export const report = command(measure, 'report', {
  label: 'Report to the network',
  about: 'Tells the moderators of the network, who decide by their own rules.',
  needs: { about, before, houseRules: houseRulesFor('report'), skipReasons },
  input: form({
    ...asked,
    of: ask.oneOf('What is reported?', 'Choose what is reported', {
      post: 'This message',
      account: 'The account that wrote it',
    }),
    as: ask.oneOf('As what?', 'Choose as what', reportReasons),
  }),
  decide: (given) => {
    const { id, input, needs } = given;
    refuseUnexplained('report', { ...given, ...needs }, input);
    const create = taken('report', { ...given, about: needs.about }, input);
    const author = input.of === 'account' ? (needs.about?.author_id ?? null) : null;
    return {
      create: { ...create, author, report_of: input.of, report_as: input.as },
      ...toBeDone(id, create),
      facts: kindFacts('report', create),
    };
  },
});

/** A block shuts somebody out of what a public body says: one person asks for it, and another decides. */
export const block = command(measure, 'block', {
  label: 'Ask for a block',
  about:
    'Asks a second person to block whoever wrote this: they could neither see this account nor write to it. It ends on its day of review.',
  needs: { about, before, houseRules: houseRulesFor('block'), skipReasons },
  input: form({
    ...asked,
    reviewOn: ask.maybeDate('When is it reviewed?', {
      hint: 'Left empty: as late as the policy allows. It ends on that day unless somebody renews it',
    }),
  }),
  decide: (given) => {
    const { input, needs, policy, now } = given;
    refuseUnexplained('block', { ...given, ...needs }, input);
    const create = taken('block', { ...given, about: needs.about }, input);
    const review_on = reviewDay(input.reviewOn, now.toZonedDateTimeISO(policy.zone).toPlainDate(), policy);
    return {
      create: { ...create, review_on },
      facts: { ...kindFacts('block', create), reviewOn: review_on.toString() },
    };
  },
});

/** @throws InputRefused for a day that has come, or one that is later than the policy lets a block go unreviewed. */
export function reviewDay(
  asked: Temporal.PlainDate | undefined,
  today: Temporal.PlainDate,
  policy: Parameters<typeof taken>[1]['policy'],
): Temporal.PlainDate {
  const { reviewMonths } = policy.value('conduct.block');
  const last = today.add({ months: reviewMonths });
  if (asked === undefined) return last;
  const isFit = Temporal.PlainDate.compare(asked, today) > 0 && Temporal.PlainDate.compare(asked, last) <= 0;
  if (!isFit)
    throw new InputRefused([
      { field: 'reviewOn', message: `Choose a day after today, and within ${reviewMonths} months` },
    ]);
  return asked;
}
