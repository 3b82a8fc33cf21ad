import { holdersOf } from '#features/people/index.ts';
import { need, type Reader } from '#kernel/need.ts';
import { onDuty } from '../rota/on-duty.ts';
import type { There } from './ladder.ts';
import type { PagingTables } from './words.ts';

export const of = (read: Reader) => read.tables<PagingTables>();

const some = (id: string | null): string[] => (id === null ? [] : [id]);

/** Who could be woken at this moment, by the rota and by the roles that are in force. */
export const thereNow = need(async (read, { now, policy }): Promise<There> => {
  const when = { now, zone: policy.zone };
  const [rota, seniors] = await Promise.all([
    onDuty(read, now, policy.zone),
    holdersOf(read, 'senior-manager', when),
  ]);
  return {
    duty: some(rota.duty),
    deputy: some(rota.deputy),
    director: some(rota.director),
    'senior-manager': seniors.map(({ id }) => id),
  };
});
