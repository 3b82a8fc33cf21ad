import { Readable } from 'node:stream';

/**
 * Does a piece of work for each, so many at once. All have their turn: what failed is thrown when the last is done.
 * @throws the error where one failed; an AggregateError where several did.
 */
export async function eachOf<T>(
  all: readonly T[],
  atOnce: number,
  work: (one: T) => Promise<void>,
): Promise<void> {
  const failed: unknown[] = [];
  const turn = async (one: T): Promise<void> => {
    try {
      await work(one);
    } catch (error) {
      failed.push(error);
    }
  };
  await Readable.from(all).forEach(turn, { concurrency: atOnce });
  if (failed.length > 1) throw new AggregateError(failed, `${failed.length} of ${all.length} failed`);
  if (failed.length === 1) throw failed[0];
}
