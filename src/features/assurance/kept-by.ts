import type { RuleName } from '#policy/index.ts';
import { declaredRefusals } from '#kernel/refusal.ts';
import type { DeclaredHouse } from '#kernel/question.ts';

/** How the program keeps one rule, in words that name no code. */
export interface KeptBy {
  /** Deeds that it allows or requires, with the room that they belong to. */
  readonly deeds: readonly { readonly room: string; readonly deed: string }[];
  /** What the program says where somebody would break it. */
  readonly refusals: readonly string[];
  /** What it does besides deeds, or that it does nothing yet. */
  readonly words: string | null;
  /** False where the rule is bound, and nothing in the program goes by it yet. */
  readonly kept: boolean;
}

/** Rules that are kept by what the program is, and by no deed that somebody does. */
const alsoKept: Partial<Record<RuleName, string>> = {
  'hours.open':
    'Every due time, and what the public is told about our hours, is reckoned from this one record.',
  'hours.show':
    'The public page of our accounts shows the hours, whether somebody reads now, and why a day is closed.',
  'inbox.out-of-hours': 'Sets by when whatever comes in while we are closed is to be answered.',
  'inbox.morning-list': 'The inbox and its morning list go by severity, and then by time.',
  'inbox.kinds': 'The inbox, and the form that takes a message in by hand, use these names.',
  'inbox.checked-replies':
    'Every answer is read before it goes out: what stops a post stops it, and what is only pointed out takes a reason.',
  'inbox.target-share': 'The page of answering times measures each period against it.',
  'inbox.auto-reply-never-stops-clock':
    'A reply that no person wrote changes neither the clock nor the state of what it answers.',
  'paging.labels':
    'Whoever is woken reads one of these names for what the message may be about, and nothing of its words.',
  'paging.report':
    'The page of the night says who was woken when, what was decided, and what is left to be finished.',
  'danger.help-first':
    'The page for somebody in danger shows these steps first; the form that records them stands below.',
  'auto-reply.emergency': 'Every form of the automatic reply ends with these words, also the shortest.',
  'inbox.tell-who-will-answer':
    'Passing something on always sends the person a notice of who will answer, and by which day.',
  'conduct.house-rules':
    'The public page of house rules shows them, and every measure names one of them that may bring it.',
  'conduct.published':
    'Anybody may ask how often each rule brought something about in the last quarter; small counts are left out.',
  'conduct.criticism':
    'Where a message reads like criticism, a complaint or a concern, a measure is taken only once somebody says what goes beyond that.',
  'register.networks': 'The register, and the choice of networks on every form, are this list.',
  'register.network-as-data':
    'A network that is added to the policy’s list stands in the register and on the forms with no change of the program.',
  'register.kinds':
    'Each entry says what kind of account it is; only official kinds are shown to the public as ours.',
  'register.public-look-up':
    'Anybody may give an address or a handle and is told: official, not ours, or not known.',
  'people.role-change-ends-session':
    'Giving a role, taking it back and letting it run out end the sessions of that person.',
  'policy.one-in-force':
    'Where two versions would begin at one moment, or none has begun, the program will not decide.',
  'policy.switch-at-midnight':
    'The version that decides is looked up at each decision, and changes at midnight on its date with no restart.',
  'policy.keeps-its-version':
    'Each thing keeps the version under which it began, and is decided by that version to its end.',
  'policy.review-every': 'A version whose next review would come later than this cannot be loaded.',
  'policy.review-reminders':
    'The page of the policy says so from each of these days on. No letter is sent yet.',
  'policy.evidence': 'Each clause has a page with its rules, figures, findings, and how it is kept.',
  'guidance.before-posting':
    'A page that needs no sign-in looks at a text in the browser itself. Nothing of it is sent, logged or kept.',
  'guidance.grievance':
    'The page “Check before you post” shows the ways that are made for it, and says that speaking up is protected. Nobody is told.',
  'guidance.good-name': 'The page “Check before you post” asks it, in the words of the clause.',
  'guidance.crowded-room':
    'The page “Check before you post” ends with this question, in the words of the clause.',
  'on-call.full-ahead':
    'The rota shows each hole of these days; one that is near stands on the first page of those who plan, every day until it is filled.',
  'on-call.test-page':
    'A test page falls due each week for each person on call; one that was not sent or not acknowledged is a task of those who plan.',
  'records.trail':
    'Every decision adds an entry in the same moment as the change itself: there is none without the other.',
};

/** Rules about a text, a handle or a profile: said wherever one is handed in. */
const page = 'The page “Check before you post” says so while somebody types, and keeps nothing.';

/** Rules that nothing in the program goes by yet, and what is there in the meantime. */
const notYet: Partial<Record<RuleName, string>> = {
  'people.sponsor': 'A sponsor can be recorded; nobody is asked to renew yet.',
  'publishing.corporate-team':
    'Nothing is published with this program yet. Who runs an account is kept in the register.',
  'publishing.describe-pictures': 'Nothing is published with this program yet.',
};

/** Judged wherever a text is handed in, whether or not anything is published. */
function readOn(rule: RuleName): string | null {
  if (rule.startsWith('checks.'))
    return `${page} So does “signpost check”. Nothing is published with this program so far.`;
  if (rule.startsWith('accounts.'))
    return 'Whoever hands in a handle with the name and the profile of its account, with “signpost handle”, is told.';
  if (rule.startsWith('handles.')) return `${page} So does “signpost handle”.`;
  return rule.startsWith('profiles.') ? page : null;
}

/** From the declarations themselves: what is not declared is said in the two lists above, and nowhere else. */
export function keptBy(house: DeclaredHouse, rule: RuleName): KeptBy {
  const words = alsoKept[rule] ?? notYet[rule] ?? readOn(rule);
  return {
    deeds: deedsUnder(house, rule),
    refusals: refusalsUnder(rule),
    words,
    kept: notYet[rule] === undefined,
  };
}

function deedsUnder({ rooms, commands }: DeclaredHouse, rule: RuleName): KeptBy['deeds'] {
  return rooms.flatMap((room) => {
    const names = room.lifecycles.flatMap((of) =>
      of.steps.filter((step) => step.rule === rule).map((step) => `${of.name}.${step.by}`),
    );
    const labels = [...new Set(names)].flatMap((name) => commands.get(name)?.label ?? []);
    return [...new Set(labels)].map((deed) => ({ room: room.title, deed }));
  });
}

const refusalsUnder = (rule: RuleName): string[] =>
  [...declaredRefusals().values()]
    .filter((spec) => spec.rule === rule)
    .map(({ sentence }) => sentence.replaceAll(/\{\w+\}/g, '…'));
