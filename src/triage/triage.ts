import type { Span } from '#text/index.ts';
import { floorOf, riskWordsOf } from './floor.ts';
import { headAt } from './heads.ts';
import {
  alwaysPaging,
  gravest,
  inOrder,
  labels,
  pagingByDefault,
  severityOf,
  urgent,
  type Label,
  type Severity,
} from './labels.ts';
import { languageOf, unreadClause } from './language.ts';
import { ownModel, scoreOf, strongestWords, type Model, type Scored } from './model.ts';
import { tierScores } from './tiers.ts';
import { clausesOf, type Clause } from './tokens.ts';

export interface Reason extends Span {
  readonly label: Label;
}

/** Why a text goes to look first although nothing in it says so. */
export type Unread = 'language' | 'picture' | 'few-words' | 'length';

/** UTF-16 units that are read. No network takes a longer message; what is longer is read by a person first. */
const longestRead = 20_000;

export interface Triage {
  readonly labels: readonly Label[];
  /** A suggestion, never a route: undefined where nothing was recognised. */
  readonly lead: Label | undefined;
  readonly severity: Severity;
  readonly page: boolean;
  readonly lookFirst: boolean;
  readonly reasons: readonly Reason[];
  readonly language: string;
  readonly unread: Unread | undefined;
  readonly scores: Scores;
}

/** What the tiers and labels were decided by. No probabilities: they compare messages under one model, and nothing else. */
export interface Scores {
  /** How far above what pages by itself; below nought does not. Null where nothing could be scored. */
  readonly page: number | null;
  /** It pages whatever that score says: by what it says outright, or by a label that an organisation chose. */
  readonly anyway: boolean;
  /** How far each label lies above what makes it one. */
  readonly labels: Readonly<Partial<Record<Label, number>>>;
}

export interface TriageSettings {
  /** Labels that page besides those of the highest severity, which always do. */
  readonly pagingLabels?: readonly Label[] | undefined;
  /** Pictures, sounds or films that came with the words: nobody has looked at them. */
  readonly pictures?: number | undefined;
  /** How much more than usual the page score must be: below nought pages more, above it less. */
  readonly pageMargin?: number | undefined;
  readonly model?: Model | undefined;
}

/**
 * Which label, how grave, and in which of three tiers: page, look first, rest. A person reads all three. It only
 * raises: nothing here closes, hides or lowers.
 */
export function triage(whole: string, settings: TriageSettings = {}): Triage {
  const text = whole.slice(0, longestRead);
  const clauses = clausesOf(text);
  const tokens = clauses.flat();
  const language = languageOf(text, tokens);
  const said = saidOutright(clauses, language.code, language.read);
  const guessed = guess(settings.model ?? ownModel(), clauses, language.read, settings.pageMargin ?? 0);
  const paging = new Set<Label>([...alwaysPaging, ...(settings.pagingLabels ?? pagingByDefault)]);
  const outright = inOrder(said.filter((one) => one.plain).map(({ label }) => label));
  const anyway = [...outright, ...guessed.urgent].filter((label) => paging.has(label));
  const paged = [...anyway, ...guessed.paged.filter((label) => paging.has(label))];
  const unread =
    whole.length > longestRead ? 'length' : unreadOf(text, clauses, language.read, settings.pictures ?? 0);
  const found = inOrder([...outright, ...paged, ...guessed.labels]);
  const page = paged.length > 0;
  const hurried = guessed.look || said.length > 0 || unread !== undefined || found.some(isUrgent);
  const its = found.length > 0 ? found : guessed.nearest;
  return {
    labels: its,
    lead: its[0],
    severity: gravest([...its.map(severityOf), ...(page || hurried ? ['S2' as const] : [])]),
    page,
    lookFirst: hurried && !page,
    reasons: reasonsOf(its, said, guessed),
    language: language.code,
    unread,
    scores: {
      page: guessed.score,
      anyway: anyway.length > 0,
      labels: Object.fromEntries(its.map((label) => [label, guessed.above(label)])),
    },
  };
}

const isUrgent = (label: Label): boolean => urgent.includes(label);

interface Said extends Reason {
  readonly plain: boolean;
}

function saidOutright(clauses: readonly Clause[], language: string, read: boolean): Said[] {
  return clauses.flatMap((clause): Said[] => [
    ...floorOf(clause).map(({ about, start, end, plain }) => ({ label: about, start, end, plain })),
    ...(read ? [] : riskWordsOf(clause, language)).map(({ about, start, end }) => ({
      label: about,
      start,
      end,
      plain: true,
    })),
  ]);
}

interface Guessed {
  readonly labels: readonly Label[];
  /** Labels that the page score stands for, where it is high enough. */
  readonly paged: readonly Label[];
  /** Urgent ones that page only where an organisation says so. */
  readonly urgent: readonly Label[];
  readonly score: number | null;
  readonly look: boolean;
  /** The likeliest label of a text in which none is likely. */
  readonly nearest: readonly Label[];
  above(label: Label): number;
  reason(label: Label): Span | undefined;
}

function guess(model: Model, clauses: readonly Clause[], read: boolean, margin: number): Guessed {
  const scored = scoreOf(model, clauses);
  const { scores } = scored;
  const { tiers } = model.card;
  const tier = tierScores(scores);
  const above = (label: Label): number =>
    (scores[headAt(label)] ?? -Infinity) - (model.card.labels[label] ?? Infinity);
  const likeliest = (some: readonly Label[]): Label[] =>
    clauses.length === 0 ? [] : [some.reduce((best, one) => (above(one) > above(best) ? one : best))];
  // One word alone (a kiss, a name) is no risk but where it is said outright.
  const several = clauses.flat().length > 1;
  const possible = several ? labels : labels.filter((label) => !isUrgent(label));
  const likely = possible.filter((label) => above(label) > 0);
  const over = tier.page - (read ? tiers.page : tiers.pageUnread);
  const pages = several && over > margin;
  const paged = pages
    ? [...likeliest(pagingByDefault), ...likely.filter((label) => pagingByDefault.includes(label))]
    : [];
  return {
    labels: likely,
    paged: inOrder(paged),
    urgent: likely.filter((label) => isUrgent(label) && !pagingByDefault.includes(label)),
    score: several && Number.isFinite(over) ? over : null,
    above,
    look: tier.look > tiers.look,
    nearest: likeliest(possible),
    reason: (label) => reasonOf(model, clauses, scored, label),
  };
}

function reasonOf(model: Model, clauses: readonly Clause[], scored: Scored, label: Label): Span | undefined {
  const unit = scored.units[headAt(label)];
  const words = unit && strongestWords(model, clauses, unit, headAt(label));
  const [first, last] = [words?.[0], words?.at(-1)];
  return first && last ? { start: first.start, end: last.end } : undefined;
}

/** No label without the words that caused it: what was said outright first, else what weighed most. */
function reasonsOf(its: readonly Label[], said: readonly Said[], guessed: Guessed): Reason[] {
  return its.flatMap((label): Reason[] => {
    const outright = said.filter((one) => one.label === label);
    if (outright.length > 0) return outright.slice(0, 3).map(({ start, end }) => ({ label, start, end }));
    const words = guessed.reason(label);
    return words ? [{ label, ...words }] : [];
  });
}

function unreadOf(
  text: string,
  clauses: readonly Clause[],
  read: boolean,
  pictures: number,
): Unread | undefined {
  const words = clauses.flat().filter(({ word }) => /\p{L}/u.test(word)).length;
  if (words > 0 && (!read || unreadClause(text, clauses))) return 'language';
  if (pictures > 0) return 'picture';
  return words < 3 ? 'few-words' : undefined;
}
