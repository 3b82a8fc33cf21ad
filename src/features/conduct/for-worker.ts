import type { Reader } from '#kernel/need.ts';
import type { ConductTables, Measure } from './words.ts';

/** Everything that whoever carries a measure out needs. Never a question: only the worker reads it. */
export type MeasureToCarryOut = Pick<
  Measure,
  | 'id'
  | 'policy'
  | 'kind'
  | 'enquiry'
  | 'account'
  | 'remote'
  | 'author'
  | 'house_rule'
  | 'why'
  | 'template'
  | 'report_of'
  | 'report_as'
  | 'asked_by'
  | 'undoing'
  | 'attempts'
  | 'in_doubt'
  | 'held_why'
>;

export async function measureToCarryOut(read: Reader, id: string): Promise<MeasureToCarryOut | undefined> {
  return read
    .tables<ConductTables>()
    .selectFrom('measures')
    .select([
      'id',
      'policy',
      'kind',
      'enquiry',
      'account',
      'remote',
      'author',
      'house_rule',
      'why',
      'template',
      'report_of',
      'report_as',
      'asked_by',
      'undoing',
      'attempts',
      'in_doubt',
      'held_why',
    ])
    .where('id', '=', id)
    .executeTakeFirst();
}
