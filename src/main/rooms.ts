import { assurance } from '#features/assurance/index.ts';
import { autoReply } from '#features/auto-reply/index.ts';
import { deliveries } from '#features/deliveries/index.ts';
import { conductIn } from '#features/conduct/index.ts';
import { guidance } from '#features/guidance/index.ts';
import { handOvers } from '#features/hand-over/index.ts';
import { inbox } from '#features/inbox/index.ts';
import { onCallIn } from '#features/on-call/index.ts';
import { peopleIn } from '#features/people/index.ts';
import { personalData } from '#features/personal-data/index.ts';
import { records } from '#features/records/index.ts';
import { register } from '#features/register/index.ts';
import { savedReplies } from '#features/saved-replies/index.ts';
import type { Room } from '#kernel/room.ts';

/** Every room of the house. @param zone where the organisation's days begin and end. */
export const roomsIn = (zone: string): readonly Room[] => [
  peopleIn(zone),
  register,
  savedReplies,
  inbox,
  autoReply,
  deliveries,
  conductIn(zone),
  handOvers,
  personalData,
  onCallIn(zone),
  guidance,
  records,
  assurance,
];
