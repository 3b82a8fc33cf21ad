/**
 * One line of the audit trail, as the kernel hands it to the store.
 *
 * Only ids, names of things and digests: never what a person wrote. The store
 * encodes it canonically (RFC 8785), links it to the entry before it at commit
 * and never changes it afterwards.
 */
export interface AuditEntry {
  /** UUIDv7 of the entry. */
  id: string;
  /** UTC instant of the decision, ISO 8601. */
  at: string;
  /** `person:<uuid>`, or `system:<name>`. */
  actor: string;
  /** The command, such as `enquiry.reply`. */
  command: string;
  /** The kind of row, such as `enquiry`. */
  kind: string;
  /** The row's UUID. */
  row: string;
  /** State before; null where the command made the row. */
  from: string | null;
  to: string;
  /** The row's version after the command. */
  version: number;
  /** Our rule, and the clause that the policy version binds to it. */
  rule: string;
  clause: string;
  basis: 'stated' | 'inferred' | 'default';
  /** Which policy version decided, such as `icb002/1.0`. */
  policy: string;
  /** `web`, `api`, `cli`, `worker`. */
  door: string;
  /** True where it was done in practice mode. */
  practice: boolean;
  /** Name of each input field with the salted digest of its value (never the value). */
  input: Record<string, string>;
  /** Facts fit to be kept for ever: ids, enumerations, instants, numbers. */
  facts: Record<string, string | number | boolean | null>;
}

/** A written entry as it leaves by export. `text` is the canonical encoding that was hashed. */
export interface LinkedEntry {
  sequence: number;
  text: string;
  previous: string;
  hash: string;
}
