import {
  findPersonalData,
  overlaps,
  personalKinds,
  type OwnDetails,
  type PersonalKind,
} from '#text/index.ts';
import type { Settings } from '../draft.ts';
import { judgeHandle } from '../handles/handle.ts';
import type { Policy } from '#policy/index.ts';
import type { JudgedHandle, JudgedMessage, Marked } from './examples.ts';
import type { Share } from './share.ts';

export interface ReadMessage {
  readonly message: JudgedMessage;
  readonly found: readonly Marked[];
}

export const readMessages = (
  messages: readonly JudgedMessage[],
  { allowedNumbers = [], trustedHosts = [], ownPlaces = [], asOf }: Settings,
): ReadMessage[] => {
  const own: OwnDetails = {
    allowedNumbers,
    ownHosts: trustedHosts,
    ownPlaces,
    ...(asOf === undefined ? {} : { asOf }),
  };
  return messages.map((message) => ({ message, found: findPersonalData(message.text, own) }));
};

const isFound = ({ found }: ReadMessage, wanted: Marked): boolean =>
  found.some((one) => one.kind === wanted.kind && overlaps(one, wanted));

/** Messages with data of these kinds in which every such piece is found. */
export function recallByMessage(
  all: readonly ReadMessage[],
  holds: (kind: PersonalKind) => boolean,
): { share: Share; missed: string[] } {
  const holding = all.filter(({ message }) => message.spans.some(({ kind }) => holds(kind)));
  const missed = holding.filter((one) =>
    one.message.spans.some((span) => holds(span.kind) && !isFound(one, span)),
  );
  return {
    share: { of: holding.length - missed.length, all: holding.length },
    missed: missed.map(({ message }) => message.id),
  };
}

/** Messages without anybody's data in which something was found. */
export function falseAlarms(all: readonly ReadMessage[]): { share: Share; ids: string[] } {
  const clean = all.filter(({ message }) => message.spans.length === 0);
  const those = clean.filter(({ found }) => found.length > 0);
  return { share: { of: those.length, all: clean.length }, ids: those.map(({ message }) => message.id) };
}

export interface KindMeasure {
  readonly kind: PersonalKind;
  readonly precision: Share;
  readonly recall: Share;
}

/** Piece by piece. */
export const byKind = (all: readonly ReadMessage[]): KindMeasure[] =>
  personalKinds.map((kind) => {
    const wanted = all.flatMap((one) =>
      one.message.spans.filter((span) => span.kind === kind).map((span) => isFound(one, span)),
    );
    const found = all.flatMap(({ message, found: its }) =>
      its
        .filter((one) => one.kind === kind)
        .map((one) => message.spans.some((span) => span.kind === kind && overlaps(span, one))),
    );
    return { kind, precision: held(found), recall: held(wanted) };
  });

const held = (all: readonly boolean[]): Share => ({ of: all.filter(Boolean).length, all: all.length });

export interface HandleMeasure {
  readonly share: Share;
  readonly wrong: readonly string[];
}

export function handlesJudged(
  handles: readonly JudgedHandle[],
  policy: Policy,
  { organisationNames }: Settings,
): HandleMeasure {
  const wrong = handles.flatMap((one) => {
    const { verdict } = judgeHandle(one, policy, { organisationNames });
    return verdict === one.verdict || verdict === one.or
      ? []
      : [`${one.handle} (${one.accountKind}): ${verdict}, wanted ${one.verdict}`];
  });
  return { share: { of: handles.length - wrong.length, all: handles.length }, wrong };
}
