import { room } from '#kernel/room.ts';
import { acknowledge } from './commands/acknowledge.ts';
import * as entries from './commands/directory.ts';
import { giveRole, runOutRole, takeBackRole } from './commands/grant.ts';
import { linkIdentity, unlinkIdentity } from './commands/identity.ts';
import { addPerson, changePerson, comeBack, end, flagLeaver, leave } from './commands/person.ts';
import { endSessions } from './events.ts';
import { acknowledgement, department, grant, identity, person, signpost, team } from './lifecycle.ts';
import { questions } from './queries.ts';
import { reactions } from './reactions.ts';
import { timersIn } from './timers.ts';

/** @param zone where the organisation's days begin and end. */
export const peopleIn = (zone: string) =>
  room({
    name: 'people',
    title: 'People',
    lifecycles: [person, team, grant, identity, department, signpost, acknowledgement],
    commands: [
      addPerson,
      changePerson,
      flagLeaver,
      leave,
      end,
      comeBack,
      giveRole,
      takeBackRole,
      runOutRole,
      linkIdentity,
      unlinkIdentity,
      acknowledge,
      ...Object.values(entries),
    ],
    questions,
    reactions,
    timers: timersIn(zone),
    effects: [endSessions.effect],
    migrations: 'src/features/people/migrations',
  });

export { addPerson, flagLeaver, leave, giveRole, takeBackRole, linkIdentity, acknowledge };
export const { addDepartment, addSignpost, addTeam } = entries;
export { leaverFlagged, personAdded, personLeft, rolesChanged } from './events.ts';
export { activePeople, answeringDepartments, currentSignposts, isStale, namesOf } from './needs.ts';
export type { DepartmentChoice, SignpostChoice } from './needs.ts';
export { findStandingIn } from './standing.ts';
export { importPeople, type Imported } from './from-csv.ts';
export { givenRoles, peopleWithRoles, personByEmail, personByIdentity } from './for-sign-in.ts';
export { department, grant, person, signpost };
