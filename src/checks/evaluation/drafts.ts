import type { Policy } from '#policy/index.ts';
import { findPersonalData, type PersonalKind } from '#text/index.ts';
import type { Settings } from '../draft.ts';
import { checkDraft, type Finding } from '../run.ts';
import type { Group, JudgedDraft } from './examples.ts';
import type { Share } from './share.ts';

/** A draft with what was found in it: each reference with its gravest severity. */
export interface Read {
  readonly draft: JudgedDraft;
  readonly found: ReadonlyMap<string, Group>;
  /** References of the questions that a person is asked. */
  readonly asked: ReadonlySet<string>;
}

const groups: readonly Group[] = ['note', 'warn', 'block'];
const rank = (group: Group): number => groups.indexOf(group);
/** A post that needs somebody's word is stopped until then. */
const groupOf = ({ severity }: Finding): Group =>
  severity === 'note' || severity === 'warn' ? severity : 'block';

const kindRefs: Readonly<Partial<Record<PersonalKind, string>>> = {
  nhs_number: 'PD-01',
  ni_number: 'PD-02',
  postcode: 'PD-03',
  phone: 'PD-04',
  email: 'PD-05',
  dob: 'PD-06',
  hospital_number: 'PD-07',
  address: 'PD-10',
  bank: 'PD-11',
  card: 'PD-11',
};

/** The reference under which it was judged: the row of the kind of data where the finding has the row for all kinds. */
function refOf({ ref, field, start, end }: Finding, draft: JudgedDraft, settings: Settings): string {
  if (ref !== 'CNT-01') return ref;
  const at = /^media\[(\d+)\]\.alt$/.exec(field)?.[1];
  const text = at === undefined ? draft.text : (draft.media?.[Number(at)]?.alt ?? '');
  const { allowedNumbers = [], trustedHosts = [], ownPlaces = [], asOf } = settings;
  const own = { allowedNumbers, ownHosts: trustedHosts, ownPlaces, ...(asOf === undefined ? {} : { asOf }) };
  const datum = findPersonalData(text, own).find((one) => one.start === start && one.end === end);
  return (datum && kindRefs[datum.kind]) ?? ref;
}

export function readAll(drafts: readonly JudgedDraft[], policy: Policy, settings: Settings): Read[] {
  return drafts.map((draft) => {
    const found = new Map<string, Group>();
    const { findings, questions } = checkDraft(draft, policy, settings);
    for (const finding of findings) {
      const ref = refOf(finding, draft, settings);
      const group = groupOf(finding);
      if (rank(group) >= rank(found.get(ref) ?? 'note')) found.set(ref, group);
    }
    return {
      draft: { ...draft, expect: draft.expect.filter(({ ref }) => ref !== sameAsNumber) },
      found,
      asked: new Set(questions.map(({ ref }) => ref)),
    };
  });
}

/** The style row of an NHS number asks for what the row of personal data asks for. */
const sameAsNumber = 'STY-14';

export interface RefMeasure {
  readonly ref: string;
  readonly precision: Share;
  readonly recall: Share;
  /** Near misses that were found all the same. */
  readonly near: Share;
  readonly missed: readonly string[];
  /** Of the missed, those about which a person is asked. */
  readonly asked: number;
  readonly wrong: readonly string[];
}

const wantedOf = (ref: string, { draft }: Read): Group | undefined =>
  draft.expect.find((one) => one.ref === ref)?.severity;

/** One rule. A remark less grave than the rule ever is in these drafts neither meets a want nor is an alarm. */
export function measured(ref: string, all: readonly Read[]): RefMeasure {
  const wanted = all.filter((one) => wantedOf(ref, one) !== undefined);
  const least = Math.min(...wanted.map((one) => rank(wantedOf(ref, one) ?? 'block')));
  const asGraveAs = ({ found }: Read, group: number): boolean => {
    const its = found.get(ref);
    return its !== undefined && rank(its) >= group;
  };
  const meets = (one: Read): boolean => asGraveAs(one, rank(wantedOf(ref, one) ?? 'block'));
  const right = wanted.filter(meets);
  const wrong = all.filter(
    (one) => asGraveAs(one, least) && wantedOf(ref, one) === undefined && !one.draft.may?.includes(ref),
  );
  const near = all.filter(({ draft }) => draft.near?.includes(ref));
  const missed = wanted.filter((one) => !meets(one));
  return {
    ref,
    precision: { of: right.length, all: right.length + wrong.length },
    recall: { of: right.length, all: wanted.length },
    near: { of: near.filter((one) => asGraveAs(one, least)).length, all: near.length },
    missed: missed.map(({ draft }) => draft.id),
    asked: missed.filter(({ asked }) => asked.has(ref)).length,
    wrong: wrong.map(({ draft }) => draft.id),
  };
}

export const refsOf = (all: readonly Read[]): string[] =>
  [
    ...new Set(
      all.flatMap(({ draft, found }) => [
        ...draft.expect.map(({ ref }) => ref),
        ...(draft.near ?? []),
        ...found.keys(),
      ]),
    ),
  ].toSorted();

/** What stops a post, all such rules together: a draft and a rule are one case. */
export function stopping(all: readonly Read[]): { precision: Share; recall: Share } {
  let right = 0;
  let wanted = 0;
  let wrong = 0;
  for (const { draft, found } of all) {
    const its = draft.expect.filter(({ severity }) => severity === 'block').map(({ ref }) => ref);
    wanted += its.length;
    right += its.filter((ref) => found.get(ref) === 'block').length;
    for (const [ref, group] of found)
      if (group === 'block' && !its.includes(ref) && !draft.may?.includes(ref)) wrong += 1;
  }
  return { precision: { of: right, all: right + wrong }, recall: { of: right, all: wanted } };
}

/** Clean drafts in which something of warn or higher was found. */
export function alarmed(all: readonly Read[]): { share: Share; ids: string[] } {
  const clean = all.filter(({ draft }) => draft.clean);
  const those = clean.filter(({ draft, found }) =>
    [...found].some(([ref, group]) => group !== 'note' && !draft.may?.includes(ref)),
  );
  return { share: { of: those.length, all: clean.length }, ids: those.map(({ draft }) => draft.id) };
}

/** Whether a rule stops a post, by what is wanted of it. */
export const gravest = (ref: string, all: readonly Read[]): Group =>
  all
    .flatMap(({ draft }) => draft.expect.filter((one) => one.ref === ref).map(({ severity }) => severity))
    .reduce<Group>((one, two) => (rank(two) > rank(one) ? two : one), 'note');
