import { z } from 'zod';
import { rule } from '../rule.ts';

/** What other systems hand in. */
export const deliveryRules = {
  'deliveries.take-in': rule(
    'What another system hands in is taken in once, where it is signed; how old it may be, and for how many days what cannot be read is kept',
    z.strictObject({
      replayMinutes: z.number().int().min(1).max(60),
      setAsideDays: z.number().int().min(1).max(90),
    }),
    ({ replayMinutes, setAsideDays }, ours) =>
      ours.length > 0
        ? 'take in signed deliveries once'
        : `signed within ${replayMinutes} minutes; kept ${setAsideDays} days`,
  ),
};
