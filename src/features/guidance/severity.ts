import { roles } from '#kernel/roles.ts';

/** What a finding of this severity asks of whoever wrote the text, in words. */
export function severityInWords(severity: string, role: string | undefined): string {
  const who = role === undefined ? undefined : roleInWords(role);
  switch (severity) {
    case 'block':
      return who === undefined ? 'Stops it' : `Stops it, unless agreed by: ${who}`;
    case 'needs-role':
      return `Needs agreement by: ${who ?? 'somebody named by the policy'}`;
    case 'needs-approval':
      return 'Needs agreement by somebody else';
    case 'warn':
      return 'Better changed';
    default:
      return 'Worth a thought';
  }
}

/** As in the list of roles; a role that only the policy names in its own words. */
function roleInWords(role: string): string {
  const known = Object.entries(roles).find(([name]) => name === role)?.[1];
  return (known ?? role.replaceAll('-', ' ')).toLowerCase();
}
