import type { Policy, RuleName } from '#policy/index.ts';
import { read } from '#text/index.ts';
import type { Severity } from '../run.ts';
import { carries, namesOf } from '../handles/names.ts';

/** What an account says of itself. */
export interface Profile {
  readonly accountKind: 'corporate' | 'departmental' | 'personal' | 'unregistered';
  readonly name: string;
  readonly bio: string;
  /** What else is shown beside the bio: addresses, hours. */
  readonly links?: readonly string[] | undefined;
}

export interface ProfileFinding {
  readonly rule: RuleName;
  readonly ref: string;
  readonly clause: string | null;
  readonly severity: Severity;
  readonly field: 'name' | 'bio';
  readonly message: string;
}

export interface ProfileVerdict {
  readonly findings: readonly ProfileFinding[];
  readonly questions: readonly {
    readonly rule: RuleName;
    readonly ref: string;
    readonly clause: string | null;
    readonly ask: string;
  }[];
}

const parts: readonly (readonly [present: RegExp, message: string])[] = [
  [
    /\b(?:run by|managed by|official|account of|we are|we're|from the|by the|team at|team of|news from|updates from|looked after by)\b/,
    'Say who runs this account.',
  ],
  [
    /\b(?:monitored|staffed|read|checked|answer(?:ed)?|repl(?:y|ies)|open|here)\b[^.!?\n]{0,40}(?:\d|\bweekdays|\boffice hours|\bworking (?:days|hours)|\bmonday|\bmon\b)|\b(?:mon(?:day)?|weekdays)\b[^.!?\n]{0,20}\d/,
    'Say when somebody reads it, such as “read 9am to 5pm, Monday to Friday”.',
  ],
  [
    /\b(?:not (?:for|monitored for) (?:emergenc|urgent)|no emergencies|emergenc(?:y|ies))/,
    'Say that it is not for emergencies.',
  ],
  [/(?<!\d)(?:111|999)(?!\d)/, 'Say where to turn instead: 111, or 999 where life is in danger.'],
];
const pages: readonly (readonly [present: RegExp, message: string])[] = [
  [/\b(?:house ?rules|community (?:rules|guidelines)|rules)\b|house-?rules/, 'Link to the house rules.'],
  [/\bprivacy\b/, 'Link to the privacy notice.'],
];

/** Name, profile and picture of an account, when it is registered and at each review. Pure; nothing is looked up. */
export function judgeProfile(
  profile: Profile,
  policy: Policy,
  { organisationNames = [] }: { readonly organisationNames?: readonly string[] | undefined } = {},
): ProfileVerdict {
  const names = organisationNames.length > 0 ? organisationNames : namesOf(policy.document.organisation);
  const findings: ProfileFinding[] = [];
  const say = (rule: RuleName, ref: string, field: ProfileFinding['field'], message: string) => {
    const { clause, basis } = policy.cite(rule);
    const { severity } = policy.value(rule) as { severity: Severity };
    findings.push({ rule, ref, clause: basis === 'default' ? null : clause, severity, field, message });
  };
  const { accountKind } = profile;
  const whole = `${profile.name}\n${profile.bio}`;
  if (accountKind === 'unregistered') {
    if (
      /(?<!\p{L})n\.?h\.?s\.?(?!\p{Ll})|(?<=\p{Ll})NHS|NHS(?=\p{Lu})/iu.test(whole) ||
      carries(profile.name, names)
    )
      say(
        'handles.look-alike',
        'BRD-01',
        'name',
        'This account uses the letters NHS or our name, and is not in the register. They are trade marks: have it looked into.',
      );
    return { findings, questions: [] };
  }
  if (accountKind === 'personal') return { findings, questions: [] };
  if (!carries(profile.name, names))
    say(
      'accounts.named',
      'BRD-03',
      'name',
      'Say whose account this is: give the organisation’s name, or its agreed short form.',
    );
  const { text } = read([profile.bio, ...(profile.links ?? [])].join('\n')).folded;
  for (const [present, message] of [...parts, ...pages])
    if (!present.test(text)) say('accounts.profile', 'BRD-07', 'bio', message);
  return {
    findings,
    questions: [
      {
        rule: 'accounts.picture',
        ref: 'BRD-02',
        clause:
          policy.cite('accounts.picture').basis === 'default' ? null : policy.cite('accounts.picture').clause,
        ask: 'Is the picture of the account our own logo, or a campaign picture that communications agreed to? No new logos are made.',
      },
    ],
  };
}
