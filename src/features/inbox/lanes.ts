import type { Policy } from '#policy/index.ts';
import { refuse } from './refusals.ts';
import type { Enquiry } from './words.ts';

type Labelled = Readonly<Pick<Enquiry, 'labels' | 'unlocked_at'>>;

const isAny = ({ labels }: Labelled, of: readonly string[]): boolean =>
  labels.list.some(({ id }) => of.includes(id));

/** Own words on this kind of message go out only when a second person has agreed. */
export const needsSecond = (row: Labelled, policy: Policy): boolean =>
  isAny(row, policy.value('inbox.second-person').labels);

/** Nothing is said of the matter itself, until governance says otherwise. */
export const isLocked = (row: Labelled, policy: Policy): boolean =>
  row.unlocked_at === null && isAny(row, policy.value('inbox.locked').labels);

/** @returns a refusal for own words about a matter that is locked. */
export const refuseLocked = (row: Labelled, policy: Policy) =>
  isLocked(row, policy) ? refuse('inbox.locked') : undefined;
