import { enquiryToHandOver, type EnquiryToHandOver } from '#features/inbox/index.ts';
import { isId } from '#kernel/ids.ts';
import { choices, need, type Option } from '#kernel/need.ts';
import { peopleWithRoles, activePeople, openTeams, teamMembers } from '#features/people/index.ts';

/** The enquiry that the form is about, as it stands at this moment; undefined where there is none. */
export const aboutEnquiry = need(async (read, { typed }): Promise<EnquiryToHandOver | undefined> => {
  const id: unknown = typeof typed === 'object' && typed !== null ? Reflect.get(typed, 'enquiry') : undefined;
  return isId(id) ? enquiryToHandOver(read, id) : undefined;
});

/** Everybody whom a worry may be brought to. */
export const colleagues = activePeople;
export const teams = openTeams;

/** Who is in each team, in the order of their names. */
export const members = need(async (read, { now, policy }) => teamMembers(read, { now, zone: policy.zone }));

/** Who is asked when nobody that was named says that they have it, in the policy's order. */
export const askedThen = need(async (read, { policy }): Promise<readonly string[]> => {
  const people = await peopleWithRoles(read);
  return policy
    .value('handover.escalate')
    .next.flatMap((role) => people.filter((one) => one.roles.includes(role)).map(({ id }) => id));
});

const listed = (list: readonly { readonly id: string; readonly name: string }[]) => choices<Option>(list);

export const categories = need(async (_, { policy }) => listed(policy.value('handover.escalate').categories));
export const severities = need(async (_, { policy }) => listed(policy.value('handover.escalate').severities));
export const bases = need(async (_, { policy }) => listed(policy.value('handover.partners').bases));
export const partnerKinds = need(async (_, { policy }) => listed(policy.value('handover.partners').kinds));
