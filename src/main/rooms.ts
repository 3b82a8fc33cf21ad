import { assurance } from '#features/assurance/index.ts';
import { guidance } from '#features/guidance/index.ts';
import { inbox } from '#features/inbox/index.ts';
import { onCallIn } from '#features/on-call/index.ts';
import { peopleIn } from '#features/people/index.ts';
import { records } from '#features/records/index.ts';
import { register } from '#features/register/index.ts';
import type { Room } from '#kernel/room.ts';

/** Every room of the house. @param zone where the organisation's days begin and end. */
export const roomsIn = (zone: string): readonly Room[] => [
  peopleIn(zone),
  register,
  inbox,
  onCallIn(zone),
  guidance,
  records,
  assurance,
];
