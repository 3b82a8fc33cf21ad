import { room } from '#kernel/room.ts';
import { acknowledge } from './commands/acknowledge.ts';
import * as review from './commands/access-review.ts';
import * as entries from './commands/directory.ts';
import { endByReview, giveRole, runOutRole, takeBackRole } from './commands/grant.ts';
import { linkIdentity, unlinkIdentity } from './commands/identity.ts';
import { invite, takeBackInvitation, useInvitation } from './commands/invite.ts';
import {
  addPerson,
  changePerson,
  comeBack,
  end,
  flagLeaver,
  leave,
  removeLeaver,
  stay,
} from './commands/person.ts';
import { endSessions } from './events.ts';
import { invitation } from './invitation.ts';
import {
  accessCheck,
  accessReview,
  acknowledgement,
  department,
  grant,
  identity,
  person,
  signpost,
  team,
} from './lifecycle.ts';
import { figuresIn } from './figures.ts';
import { questions } from './queries.ts';
import { reactions } from './reactions.ts';
import { timersIn } from './timers.ts';

/** @param zone where the organisation's days begin and end. */
export const peopleIn = (zone: string) =>
  room({
    name: 'people',
    title: 'People',
    lifecycles: [
      person,
      team,
      grant,
      identity,
      invitation,
      accessReview,
      accessCheck,
      department,
      signpost,
      acknowledgement,
    ],
    commands: [
      addPerson,
      changePerson,
      flagLeaver,
      stay,
      removeLeaver,
      leave,
      end,
      comeBack,
      giveRole,
      takeBackRole,
      runOutRole,
      endByReview,
      ...Object.values(review),
      linkIdentity,
      unlinkIdentity,
      invite,
      takeBackInvitation,
      useInvitation,
      acknowledge,
      ...Object.values(entries),
    ],
    questions,
    reactions,
    timers: timersIn(zone),
    figures: figuresIn(zone),
    effects: [endSessions.effect],
    migrations: 'src/features/people/migrations',
  });

export { addPerson, flagLeaver, leave, giveRole, takeBackRole, linkIdentity, acknowledge };
export const { addDepartment, addSignpost, addTeam } = entries;
export { leaverFlagged, personAdded, personLeft, rolesChanged } from './events.ts';
export {
  activePeople,
  answeringDepartments,
  currentSignposts,
  isStale,
  namesOf,
  openTeams,
  whoIsHere,
} from './needs.ts';
export type { DepartmentChoice, SignpostChoice } from './needs.ts';
export { addressesIn, departmentContact, emailOf, teamMembers, type DepartmentContact } from './contact.ts';
export { access } from './holdings.ts';
export { findStandingIn } from './standing.ts';
export { heldAt, rolesOfActors, seenNames, type HeldRole } from './roles-held.ts';
export { importPeople, type Imported } from './from-csv.ts';
export { invite, useInvitation };
export { invitationBy } from './invitation.ts';
export { givenRoles, peopleWithRoles, personByEmail, personByIdentity } from './for-sign-in.ts';
export { department, grant, person, signpost };
