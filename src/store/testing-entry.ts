import type { AuditEntry } from '#kernel/audit-entry.ts';
import { newId } from '#kernel/ids.ts';

/** An audit entry of an invented room. */
export const auditEntry = (over: Partial<AuditEntry> = {}): AuditEntry => ({
  id: newId(),
  at: '2026-11-18T10:00:00Z',
  actor: 'system:timer',
  command: 'note.write',
  kind: 'note',
  row: newId(),
  from: null,
  to: 'open',
  version: 1,
  rule: 'inbox.answer',
  clause: 'X',
  basis: 'stated',
  policy: 'x/1',
  door: 'worker',
  practice: false,
  input: {},
  facts: {},
  ...over,
});
