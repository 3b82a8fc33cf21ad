import type { Policy } from './policy.ts';

const begun = new WeakMap<Policy, Temporal.Instant>();

/** The instant at which a version begins to decide: midnight, where the organisation is, on its effective date. */
export function beginsAt(policy: Policy): Temporal.Instant {
  const known = begun.get(policy);
  if (known) return known;
  const at = policy.effective.toZonedDateTime({ timeZone: policy.zone, plainTime: '00:00' }).toInstant();
  begun.set(policy, at);
  return at;
}

/** The version that decided at an instant; undefined where none had begun. @throws where two began at once. */
export function versionAt(policies: readonly Policy[], at: Temporal.Instant): Policy | undefined {
  const any = policies.some(
    (policy) => decides(policy) && Temporal.Instant.compare(beginsAt(policy), at) <= 0,
  );
  return any ? policyInForce(policies, at) : undefined;
}

const decides = ({ status }: Policy): boolean => status === 'in-force' || status === 'superseded';

/**
 * The one version that decides at an instant: of those approved, the one that began last.
 * @throws where none had begun, or where two began at the same moment.
 */
export function policyInForce(policies: readonly Policy[], at: Temporal.Instant): Policy {
  const [newest, next] = policies
    .filter(decides)
    .filter((policy) => Temporal.Instant.compare(beginsAt(policy), at) <= 0)
    .sort((a, b) => Temporal.Instant.compare(beginsAt(b), beginsAt(a)));
  if (!newest)
    throw new Error(`No version of the policy was in force at ${at.toString()}. ${known(policies)}`);
  if (next && Temporal.Instant.compare(beginsAt(newest), beginsAt(next)) === 0) {
    throw new Error(
      `${newest.id} and ${next.id} begin at the same moment: exactly one version can be in force`,
    );
  }
  return newest;
}

const known = (policies: readonly Policy[]): string =>
  policies.length === 0
    ? 'None is loaded.'
    : `Loaded: ${policies.map((one) => `${one.id} (${one.status}, from ${one.effective.toString()})`).join(', ')}.`;
