import type { RuleName } from '#policy/index.ts';
import { read, type Reading, type Span } from '#text/index.ts';
import { matching, type Fix } from '../check.ts';
import type { Settings } from '../draft.ts';
import { judgeHandle, type NamedPolicy } from '../handles/handle.ts';
import { namesOf } from '../handles/names.ts';
import { checkDraft, type Finding, type Grades, type Severity, type Verdict } from '../run.ts';

/** What somebody says of themselves beside their own posts. */
export interface Bio {
  readonly text: string;
  /** Absent where it is not given: then nothing is said of it. */
  readonly handle?: string | undefined;
}

type BioPolicy = Grades & NamedPolicy;
type BioRule = Extract<RuleName, `profiles.${string}` | `handles.${string}`>;
/** Those that find something; the other only asks. */
type GradedRule = Exclude<BioRule, 'profiles.fitting'>;
export type BioFinding = Omit<Finding, 'rule'> & { readonly rule: RuleName };
export type BioVerdict = Omit<Verdict, 'findings' | 'questions' | 'highest'> & {
  readonly findings: readonly BioFinding[];
  readonly questions: readonly {
    readonly rule: RuleName;
    readonly clause: string | null;
    readonly ask: string;
  }[];
};

/** Of the rules about posts, those that a profile must keep too. */
const alsoHere = new Set<RuleName>([
  'checks.swearing',
  'checks.aggression',
  'checks.personal-data',
  'checks.patients',
  'checks.party-politics',
  'checks.people-words',
  'checks.styled-letters',
  'checks.spelling',
]);

const ownViews =
  /\b(?:(?:all |the |these )?(?:views?|opinions?|posts?|thoughts?|words)(?: expressed| here)* (?:are |is )?(?:all )?(?:my own|mine|own|personal)|(?:my |own |personal )+(?:views?|opinions?)|(?:views?|opinions?|posts?)[^.!?\n]{0,30}(?:not|n't) (?:necessarily )?(?:those of|represent|reflect|speak for)|speak(?:ing)? (?:only )?for myself|(?:here )?in (?:a|my) personal capacity)\b/g;
const healthService = /\bnhs\b/;

/**
 * Is a personal profile open about who somebody is, and fit to stand beside our name? Pure. It never says that a
 * profile is safe: no text can make it so.
 */
export function checkBio(bio: Bio, policy: BioPolicy, settings: Settings = {}): BioVerdict {
  const reading = read(bio.text);
  const named = namesUs(reading, policy, settings);
  const draft = checkDraft({ accountKind: 'personal', text: bio.text }, policy, settings);
  const own = [
    ...(named ? [] : [unnamed(policy)]),
    ...views(reading, named, policy),
    ...handleOf(bio, policy, settings),
  ];
  return {
    findings: [...own, ...draft.findings.filter(({ rule }) => alsoHere.has(rule))],
    questions: named ? questions(policy) : [],
    policy: policy.id,
  };
}

function found(policy: BioPolicy, rule: GradedRule, place: Span, message: string, fix?: Fix): BioFinding {
  const { clause, basis } = policy.cite(rule);
  const value: { severity: Severity; role?: string | undefined } = policy.value(rule);
  return {
    rule,
    ref: rule,
    clause: basis === 'default' ? null : clause,
    basis,
    severity: value.severity,
    role: value.role ?? null,
    field: 'text',
    start: place.start,
    end: place.end,
    message,
    fix: fix ?? null,
    ruleVersion: 1,
  };
}

/** Does our name stand there in any form, or that of the health service? */
function namesUs(reading: Reading, policy: BioPolicy, { organisationNames = [] }: Settings): boolean {
  const names = [...organisationNames, ...namesOf(policy.document.organisation)]
    .map((one) => one.toLowerCase().replaceAll(/[^a-z0-9 ]/g, '.'))
    .filter((one) => one.length >= 3);
  const any = new RegExp(`(?<![a-z0-9])(?:${names.join('|')})(?![a-z0-9])`);
  return any.test(reading.folded.text) || healthService.test(reading.folded.text);
}

const nowhere = { start: 0, end: 0 };

const unnamed = (policy: BioPolicy): BioFinding =>
  found(
    policy,
    'profiles.who',
    nowhere,
    'This does not say who you work for. If you ever post about your work, say so, and what you do there.',
  );

function views(reading: Reading, named: boolean, policy: BioPolicy): BioFinding[] {
  const { text } = reading;
  const [said] = matching(reading, ownViews);
  if (said)
    return [
      found(
        policy,
        'profiles.no-shield',
        said.span,
        'Useful, and no shield: what you post can still be connected with your work.',
      ),
    ];
  if (!named) return [];
  const place = { start: text.length, end: text.length };
  const gap = text === '' || /\s$/.test(text) ? '' : /[.!?]$/.test(text) ? ' ' : '. ';
  const message =
    'You name your work, and do not say that you speak for yourself. Add it; it helps, and is no shield.';
  const fix = { ...place, replacement: `${gap}My views are my own.` };
  return [found(policy, 'profiles.own-views', place, message, fix)];
}

function handleOf({ handle = '' }: Bio, policy: BioPolicy, settings: Settings): BioFinding[] {
  if (handle.trim() === '') return [];
  const { verdict, why } = judgeHandle({ handle, accountKind: 'personal' }, policy, settings);
  if (verdict === 'ok') return [];
  const rule = verdict === 'lookalike' ? 'handles.look-alike' : 'handles.personal';
  return [{ ...found(policy, rule, nowhere, why), field: 'handle' }];
}

function questions(policy: BioPolicy): BioVerdict['questions'] {
  const cited = (rule: BioRule, ask: string) => {
    const { clause, basis } = policy.cite(rule);
    return { rule, clause: basis === 'default' ? null : clause, ask };
  };
  return [
    cited('profiles.who', 'Does it say what you do there?'),
    cited('profiles.fitting', 'Does your picture or banner show our logo? Use one of your own instead.'),
  ];
}
