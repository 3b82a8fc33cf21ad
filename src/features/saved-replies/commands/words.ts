import { checkDraft } from '#checks/index.ts';
import { currentSignposts } from '#features/people/index.ts';
import { command } from '#kernel/command.ts';
import { ask, form } from '#kernel/form.ts';
import { InputRefused } from '#kernel/refusal.ts';
import type { Standing } from '#kernel/rights.ts';
import type { Policy } from '#policy/index.ts';
import { savedReply } from '../lifecycle.ts';
import { missingIn } from '../must-say.ts';
import { kindsOfMessage } from '../needs.ts';
import { languages, type Language } from '../words.ts';

const questions = {
  name: ask.line('What is it called?', { empty: 'Give it a name', max: 120 }),
  label: ask.maybeChoice('Which kind of message does it answer?', 'kinds', {
    hint: 'Leave it empty where it answers any',
  }),
  language: ask.oneOf('Language', 'Choose its language', languages),
  text: ask.text('Words', {
    empty: 'Write the words',
    max: 2000,
    hint: 'Nothing about one person: it goes to whoever asks.',
  }),
  signpost: ask.maybeChoice('Which contact belongs to it?', 'entries', {
    hint: 'From the directory; it is added under the words, and while it is out of date nobody can use this reply',
  }),
  holding: ask.tick('It says nothing of the matter itself, so it may also go out while a matter is locked'),
};
const needs = { kinds: kindsOfMessage, entries: currentSignposts };

interface Written {
  readonly name: string;
  readonly label?: string | undefined;
  readonly language: Language;
  readonly text: string;
  readonly signpost?: string | undefined;
  readonly holding: boolean;
}

/** @throws InputRefused for words that the policy's rules for this kind, or the checks, stop. */
function checkedWords(input: Written, policy: Policy, now: Temporal.Instant) {
  const missing =
    input.language === 'en' ? missingIn(input.text, input.label, policy) : numbersMissing(input, policy);
  const asOf = now.toZonedDateTimeISO(policy.zone).toPlainDate().toString();
  const { findings } = checkDraft(
    { accountKind: 'corporate', network: 'facebook', text: input.text, context: {} },
    policy,
    { asOf },
  );
  const stops = findings
    .filter((one) => one.severity === 'block')
    .map((one) => one.message.replace(/\.$/, ''));
  if (missing.length + stops.length > 0)
    throw new InputRefused([...missing, ...stops].map((message) => ({ field: 'text', message })));
  const { name, label, language, text, signpost, holding } = input;
  return { name, label: label ?? null, language, text, signpost: signpost ?? null, holding };
}

/** In another language the words differ, and the numbers to call do not. */
const numbersMissing = ({ text, label }: Written, policy: Policy): string[] =>
  missingIn(text, label, policy).filter((one) => /\d/.test(one));

const notAgreed = (standing: Standing) => ({
  proposed_by: standing.actor.kind === 'person' ? standing.actor.id : null,
  agreed_by: null,
  review_due_on: null,
});

export const propose = command(savedReply, 'propose', {
  label: 'Propose a saved reply',
  about: 'Writes words for a kind of message. Somebody else agrees them before anybody can use them.',
  needs,
  input: form(questions),
  decide: ({ input, policy, now, standing }) => ({
    create: { ...checkedWords(input, policy, now), ...notAgreed(standing) },
  }),
});

export const change = command(savedReply, 'change', {
  label: 'Change the words',
  about: 'Changes them. Until somebody else agrees, nobody can use them.',
  stale: 'refuse',
  needs,
  input: form(questions),
  begins: ({ 'saved-reply': row }) => ({
    name: row.name,
    label: row.label,
    language: languageOf(row.language),
    text: row.text,
    signpost: row.signpost,
    holding: row.holding,
  }),
  decide: ({ input, policy, now, standing }) => ({
    set: { ...checkedWords(input, policy, now), ...notAgreed(standing) },
  }),
});

const languageOf = (tag: string): Language => (tag in languages ? (tag as Language) : 'en');
