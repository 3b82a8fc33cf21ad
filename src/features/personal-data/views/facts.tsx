import { Moment, format } from '#screens/index.ts';
import type { ReactNode } from 'react';
import type { Shown } from '../shown.ts';
import { kindsInWords, outsideAnswers } from '../words.ts';

interface Fact {
  readonly key: string;
  readonly value: ReactNode;
}

const at = (text: string): ReactNode => <Moment at={Temporal.Instant.from(text)} />;
const maybe = (key: string, value: ReactNode): Fact[] => (value === null ? [] : [{ key, value }]);
const when = (key: string, text: string | null, by: string | null = null): Fact[] =>
  text === null
    ? []
    : [
        {
          key,
          value: (
            <>
              {at(text)}
              {by === null ? null : `, ${by}`}
            </>
          ),
        },
      ];

const confirmedBy: Readonly<Record<string, string>> = {
  receiver: 'by the receiver',
  'by-hand': 'told to us in another way',
};

/** What was done, in its order. It says kinds and never what they were. */
export const factsOf = (of: Shown): Fact[] => [
  { key: 'Kinds of details', value: kindsInWords(of.kinds) },
  { key: 'Who could read it', value: of.visibility === 'public' ? 'Everybody' : 'Only we' },
  ...when('Noticed', of.noticedAt),
  ...maybe('Department', of.department),
  ...maybe('Receiver', of.receiver),
  ...maybe('Reason', of.why),
  ...when('Passed on', of.passedOnAt, of.passedOnBy),
  ...when('The team was reminded', of.remindedAt),
  ...when('Information governance was told', of.toldAt),
  ...when('Receipt', of.confirmedAt, of.confirmedBy === null ? null : (confirmedBy[of.confirmedBy] ?? null)),
  ...when('On hold since', of.heldAt),
  ...when('To be gone by', of.dueAt),
  ...when('Deleted here', of.erasedAt),
  ...(of.erasedAt === null
    ? []
    : [
        {
          key: 'How',
          value:
            'Words, pictures, author, what was handed over, and what our replies and notes repeated, deleted from the database by the program',
        },
      ]),
  ...maybe('No backup holds it from', of.backupsPastOn === null ? null : format.isoDayOf(of.backupsPastOn)),
  ...maybe(
    'On its network',
    of.outside !== null && of.outside in outsideAnswers
      ? outsideAnswers[of.outside as keyof typeof outsideAnswers]
      : null,
  ),
  ...when('Said', of.outsideAt, of.outsideBy),
  ...when('Spot check', of.checkedAt, verdictWords(of.verdict)),
];

const verdictWords = (verdict: string | null): string | null =>
  verdict === null ? null : verdict === 'nothing-left' ? 'nothing is left' : 'something is left';
