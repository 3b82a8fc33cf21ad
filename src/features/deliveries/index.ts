import { room } from '#kernel/room.ts';
import { keepDelivery } from './commands/keep.ts';
import { putAway, recordRead, setAside, tryAgain, wipe } from './commands/read.ts';
import { delivery } from './lifecycle.ts';
import { standing } from './queries.ts';
import { timers } from './timers.ts';

export const deliveries = room({
  name: 'deliveries',
  title: 'Deliveries from other systems',
  lifecycles: [delivery],
  commands: [keepDelivery, recordRead, setAside, tryAgain, putAway, wipe],
  questions: [standing],
  timers,
  migrations: 'src/features/deliveries/migrations',
});

export { delivery, keepDelivery, recordRead, setAside };
export { keptDeliveries, latestRead, waitingDeliveries, type KeptDelivery } from './for-worker.ts';
