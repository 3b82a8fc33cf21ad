import {
  checkDraft,
  checkBio,
  judgeHandle,
  sensesGrievance,
  type BioVerdict,
  type Settings,
} from '#checks/index.ts';
import { type Dictionary, findPersonalData, lengthOf, limitsOf } from '#text/index.ts';
import type { Facts } from '../facts.ts';
import type { Answer, Shown, Typed } from './messages.ts';
import {
  detailsOf,
  everywhere,
  inOrder,
  policyFrom,
  restsOn,
  shownFinding,
  stretchesOf,
  together,
} from './shown.ts';

/** More is shown by no screen well, and each of the rest is of a kind that stands there already. */
const most = 60;

type Post = Extract<Typed, { part: 'post' }>;
type Handle = Extract<Typed, { part: 'handle' }>;

/** What there is to say about what somebody typed. Pure: it asks nothing, keeps nothing and sends nothing. */
export function answer(facts: Facts, typed: Typed, dictionary?: Dictionary): Answer {
  switch (typed.part) {
    case 'post':
      return aboutPost(facts, typed, dictionary);
    case 'handle':
      return aboutHandle(facts, typed);
    case 'profile':
      return { part: 'profile', ...shown(facts, typed.text, profileVerdict(facts, typed)) };
  }
}

const settingsOf = ({ organisation, asOf }: Facts): Settings => ({ organisationNames: [organisation], asOf });

function aboutPost(facts: Facts, post: Post, dictionary: Dictionary | undefined): Answer {
  const { text, accountKind, network, media, preElection, incident } = post;
  const context = { preElection, incident, ...(post.answers ? { replyTo: '' } : {}) };
  const draft = { accountKind, network, text, media, context };
  const verdict = checkDraft(draft, policyFrom(facts), { ...settingsOf(facts), dictionary });
  const limits = limitsOf(network ?? '');
  return {
    part: 'post',
    grievance: accountKind === 'personal' && sensesGrievance(text),
    ...shown(
      facts,
      text,
      verdict,
      media.map(({ alt = '' }) => alt),
    ),
    length: limits === undefined ? null : { used: lengthOf(text, limits.counter), most: limits.most },
  };
}

/** Names stand in the policy itself, so none are set here. */
const profileVerdict = (facts: Facts, typed: Extract<Typed, { part: 'profile' }>): BioVerdict =>
  checkBio(typed, policyFrom(facts), { asOf: facts.asOf });

function aboutHandle(facts: Facts, { handle, accountKind }: Handle): Answer {
  const { verdict, why } = judgeHandle({ handle, accountKind }, policyFrom(facts));
  const rule = {
    ok: accountKind === 'personal' ? 'handles.personal' : 'handles.departmental',
    must_not_contain_name: 'handles.personal',
    must_contain_name: 'handles.departmental',
    lookalike: 'handles.look-alike',
  } as const;
  const { grave = {}, value } = facts.rules[rule[verdict]] ?? {};
  const { severity } = value as { readonly severity: string };
  const found = verdict === 'ok' ? null : (grave[severity] ?? severity);
  return { part: 'handle', grave: found, why, ...restsOn(facts, rule[verdict]) };
}

/** @param beside other words that were typed: a message may repeat theirs too. */
function shown(facts: Facts, text: string, verdict: BioVerdict, beside: readonly string[] = []): Shown {
  const dataIn = (words: string) => findPersonalData(words, { asOf: facts.asOf });
  const data = everywhere(text, dataIn(text));
  const details = [...detailsOf(text, data), ...beside.flatMap((words) => detailsOf(words, dataIn(words)))];
  const each = verdict.findings.map((one) => shownFinding(facts, { text, data, details }, one));
  const findings = inOrder(together(each)).slice(0, most);
  return {
    findings,
    questions: verdict.questions.map(({ rule, ask }) => ({ ...restsOn(facts, rule), ask })),
    stretches: stretchesOf(text, findings, data),
  };
}
