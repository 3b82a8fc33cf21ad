import { systemClock, type Clock } from '#kernel/clock.ts';
import type { Policies } from '#kernel/house.ts';
import { coverageReport, lintPolicy, policyInForce, readCoverage, type Policy } from '#policy/index.ts';
import type { LoadedPolicies } from '#entry/cli/index.ts';
import { loadPacks, type PolicyPack } from '#store/policy-folder.ts';
import { policyFolder } from './root.ts';

/** The pack of the organisation that is served here; others lie there for tests and for reading. */
const served = 'icb002';

export async function openPolicies(
  wanted = served,
): Promise<Policies & { readonly packs: readonly PolicyPack[] }> {
  const packs = await loadPacks(policyFolder);
  const all = packs.map((pack) => pack.policy).filter((policy) => policy.id.startsWith(`${wanted}/`));
  return {
    packs,
    all,
    inForce: (at) => policyInForce(all, at),
    get(id) {
      const found = all.find((policy) => policy.id === id);
      if (!found) throw new Error(`Policy ${id} is not loaded: an item that began under it cannot be judged`);
      return found;
    },
  };
}

/** What the command line reads of policies: no database. */
export async function loadedPolicies(clock: Clock = systemClock): Promise<LoadedPolicies> {
  const policies = await openPolicies();
  const { packs } = policies;
  const now = clock.now();
  return {
    policies: packs.map((pack) => pack.policy),
    inForce: policies.inForce(now),
    now,
    coverage(policy: Policy) {
      const text = packs.find((pack) => pack.policy.id === policy.id)?.coverage;
      return text === undefined ? undefined : coverageReport(policy, readCoverage(text, policy));
    },
    lint: (policy, today) => lintPolicy(policy, today),
  };
}
