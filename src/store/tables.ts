/** The store's own tables. */
export interface StoreTables {
  audit_entries: {
    id: string;
    entry: string;
    at: Temporal.Instant;
    actor: string;
    command: string;
    kind: string;
    row_id: string;
    rule: string;
    clause: string;
    policy: string;
    sequence: number;
    previous: string;
    hash: string;
  };
  audit_head: { one: boolean; sequence: number; hash: string };
  keys_mark: { one: boolean; mark: string };
  restores: { at: Temporal.Instant };
  kept_answers: {
    actor: string;
    key: string;
    command: string;
    row_id: string | null;
    digest: string;
    answer: string;
    at: Temporal.Instant;
  };
}
