/** Every role that the product knows, with the words in which people read it. */
export const roles = {
  staff: 'Member of staff',
  communications: 'Communications officer',
  'duty-manager': 'Duty communications manager',
  'senior-manager': 'Senior communications manager',
  director: 'Director of communications',
  executive: 'Executive director',
  committee: 'Audit committee member',
  board: 'Board member',
  guardian: 'Freedom to speak up lead',
  'line-manager': 'Line manager',
  'account-holder': 'Holder of a departmental account',
  moderator: 'Forum moderator',
  'information-governance': 'Information governance lead',
  governance: 'Governance team',
  auditor: 'Auditor',
  administrator: 'System administrator',
} as const;

export type Role = keyof typeof roles;

/** What acts when no person does. */
export const systems = {
  setup: 'Set-up on this machine',
  collector: 'Collector of messages',
  sender: 'Sender of replies',
  timer: 'Timer',
  reaction: 'Reaction to an event',
  watch: 'Record of watching',
  'sign-in': 'The sign-in',
  receiver: 'Whoever was sent a link',
} as const;

export type SystemName = keyof typeof systems;

export const roleNames = Object.keys(roles).filter((name): name is Role => name in roles);
