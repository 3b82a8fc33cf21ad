import { distance } from 'fastest-levenshtein';
import type { Policy, RuleName } from '#policy/index.ts';
import { carries, namesOf, squeezed, taken } from './names.ts';

export type HandleKind = 'corporate' | 'departmental' | 'personal' | 'unregistered';
export const handleVerdicts = ['ok', 'must_not_contain_name', 'must_contain_name', 'lookalike'] as const;
export type HandleVerdict = (typeof handleVerdicts)[number];

export interface HandleAnswer {
  readonly verdict: HandleVerdict;
  readonly why: string;
  /** The clause that it rests on; null where nothing is the matter, or the policy is silent. */
  readonly clause: string | null;
}

/** What is asked of a policy here: who we are, and which clause decides. */
export type NamedPolicy = Pick<Policy, 'cite'> & {
  readonly document: Pick<Policy['document'], 'organisation'>;
};

/** Is this handle right for an account of this kind? Pure; nothing is looked up anywhere. */
export function judgeHandle(
  { handle, accountKind }: { readonly handle: string; readonly accountKind: HandleKind },
  policy: NamedPolicy,
  { organisationNames = [] }: { readonly organisationNames?: readonly string[] | undefined } = {},
): HandleAnswer {
  const names = organisationNames.length > 0 ? organisationNames : namesOf(policy.document.organisation);
  const answer = (verdict: HandleVerdict, rule: RuleName, why: string): HandleAnswer => {
    const { clause, basis } = policy.cite(rule);
    return { verdict, why, clause: basis === 'default' ? null : clause };
  };
  const named = carries(handle, names);
  const like = !named && looksLike(handle, names);
  if (like)
    return answer(
      'lookalike',
      'handles.look-alike',
      'This looks like our name without being it: figures or foreign letters stand in for ours.',
    );
  if (accountKind === 'personal' && named)
    return answer(
      'must_not_contain_name',
      'handles.personal',
      'A personal handle must not carry the organisation’s name, in any form. Choose one without it.',
    );
  if (accountKind === 'unregistered' && named)
    return answer(
      'lookalike',
      'handles.look-alike',
      'This account carries our name and is not in the register. Have it looked into.',
    );
  if ((accountKind === 'departmental' || accountKind === 'corporate') && !named)
    return answer(
      'must_contain_name',
      'handles.departmental',
      'This handle must carry the organisation’s name, so that people know whose it is.',
    );
  return { verdict: 'ok', why: 'Nothing is the matter with this handle.', clause: null };
}

/** Taken for one of the names by a hasty reader, or one slip away from a long one. */
function looksLike(handle: string, names: readonly string[]): boolean {
  if (carries(taken(handle), names) || carries(taken(handle).replaceAll(/i/g, 'l'), names)) return true;
  const whole = squeezed(taken(handle));
  return names.map(squeezed).some((name) => {
    if (name.length < 8) return false;
    const slips = name.length >= 12 ? 2 : 1;
    return Math.abs(whole.length - name.length) <= slips && distance(whole, name) <= slips;
  });
}
