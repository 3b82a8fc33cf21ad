import type { Reading } from '#kernel/question.ts';
import { answeringDepartments, namesOf } from '#features/people/index.ts';
import { asShown, type Shown } from '../shown.ts';
import type { Removal } from '../words.ts';

type Asking = Pick<Reading<unknown>, 'now' | 'policy' | 'standing' | 'tables'>;

/** Rows with the names of whoever stands in them. */
export async function named(reading: Asking, rows: readonly Removal[]): Promise<Shown[]> {
  const people = rows.flatMap((row) => [row.passed_on_by, row.outside_by]).filter((id) => id !== null);
  const [names, departments] = await Promise.all([
    namesOf(reading, [...new Set(people)]),
    rows.some((row) => row.department !== null)
      ? answeringDepartments.load(reading, { ...reading, row: undefined })
      : undefined,
  ]);
  const byId = new Map((departments?.list ?? []).map(({ id, name }) => [id, name]));
  return rows.map((row) => asShown(row, { ...reading, names, departments: byId }));
}
