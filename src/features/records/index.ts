import { room } from '#kernel/room.ts';
import { makeCheck } from './commands/make-check.ts';
import { takeExport } from './commands/take-export.ts';
import { trailCheck, trailExport } from './lifecycle.ts';
import { historyOf } from './queries/history.ts';
import { state } from './queries/state.ts';
import { trailOf } from './queries/trail.ts';

export const records = room({
  name: 'records',
  title: 'Records',
  lifecycles: [trailExport, trailCheck],
  commands: [takeExport, makeCheck],
  questions: [trailOf, historyOf, state],
  migrations: 'src/features/records/migrations',
});
