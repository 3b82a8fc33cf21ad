import { choices, need } from '#kernel/need.ts';
import { accountsInUse } from '#features/register/index.ts';

/** Official accounts that no program answers for, and so send an automatic reply only by the network’s own setting. */
export const accountsByHand = need(async (read) =>
  choices((await accountsInUse(read)).filter((one) => one.connector === 'manual')),
);
