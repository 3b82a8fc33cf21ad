import { systemClock, type Clock } from '#kernel/clock.ts';
import type { Policies } from '#kernel/house.ts';
import { coverageReport, lintPolicy, policyInForce, readCoverage, type Policy } from '#policy/index.ts';
import type { LoadedPolicies } from '#entry/cli/index.ts';
import { loadPacks, type PolicyPack } from '#store/policy-folder.ts';
import { policyFolder } from './root.ts';

/**
 * The packs of this checkout, of which one policy decides. The others lie there to be read, and to judge to its end
 * what began under one of them.
 * @param served name of a folder under `policies/`: the organisation's setting.
 * @throws naming the policies that are there, where there is none of this name.
 */
export async function openPolicies(
  served: string,
): Promise<Policies & { readonly packs: readonly PolicyPack[] }> {
  const packs = await loadPacks(policyFolder);
  const loaded = packs.map((pack) => pack.policy);
  const all = loaded.filter((policy) => nameOf(policy) === served);
  if (all.length === 0) throw new Error(noneOf(served, loaded));
  return {
    packs,
    all,
    others: loaded.filter((policy) => nameOf(policy) !== served),
    inForce: (at) => policyInForce(all, at),
    get(id) {
      const found = loaded.find((policy) => policy.id === id);
      if (!found) throw new Error(`Policy ${id} is not loaded: an item that began under it cannot be judged`);
      return found;
    },
    coverage: onceEach((policy) => coverageOf(packs, policy)),
  };
}

const nameOf = (policy: Policy): string => policy.id.split('/')[0] ?? '';

function noneOf(served: string, loaded: readonly Policy[]): string {
  const there = [...new Map(loaded.map((policy) => [nameOf(policy), policy]))].map(
    ([name, { document }]) => `- ${name} (${document.name}, ${document.organisation})`,
  );
  return `SIGNPOST_POLICY names “${served}”, and no such policy lies here. Set it to one of these:\n${there.join('\n')}`;
}

/** Read when it is first asked for, and kept: a page asks once for each clause. */
function onceEach<T>(read: (policy: Policy) => T): (policy: Policy) => T | undefined {
  const kept = new Map<Policy, T>();
  return (policy) => {
    if (!kept.has(policy)) kept.set(policy, read(policy));
    return kept.get(policy);
  };
}

function coverageOf(packs: readonly PolicyPack[], policy: Policy) {
  const text = packs.find((pack) => pack.policy.id === policy.id)?.coverage;
  return text === undefined ? undefined : coverageReport(policy, readCoverage(text, policy));
}

/** What the command line reads of policies: no database. */
export async function loadedPolicies(served: string, clock: Clock = systemClock): Promise<LoadedPolicies> {
  const policies = await openPolicies(served);
  const { packs } = policies;
  const now = clock.now();
  return {
    policies: packs.map((pack) => pack.policy),
    inForce: policies.inForce(now),
    now,
    coverage: (policy) => coverageOf(packs, policy),
    lint: (policy, today) => lintPolicy(policy, today),
  };
}
