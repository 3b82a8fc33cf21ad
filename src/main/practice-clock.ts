import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { movableClock, type MovableClock } from '#kernel/clock.ts';

/** Practice mode's clock, kept beside its data so that a restart does not jump. */
export interface PracticeClock {
  readonly clock: MovableClock;
  moveTo(instant: Temporal.Instant): void;
}

export function practiceClockIn(folder: string): PracticeClock {
  const file = join(folder, 'practice-clock');
  const offset = existsSync(file)
    ? Temporal.Duration.from(readFileSync(file, 'utf8').trim())
    : new Temporal.Duration();
  const clock = movableClock(offset);
  return {
    clock,
    moveTo(instant) {
      clock.moveTo(instant);
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, `${clock.offset().toString()}\n`);
    },
  };
}
