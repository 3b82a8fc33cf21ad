create table accounts (
  id uuid primary key, state text not null, version integer not null, policy text not null,
  created_at timestamptz not null, changed_at timestamptz not null,
  network text not null,
  handle text check (length(handle) <= 300),
  name text not null check (length(name) between 1 and 200),
  kind text not null,
  purpose text not null check (length(purpose) <= 1000),
  audience text not null check (length(audience) <= 1000),
  owner uuid, deputy uuid,
  custody_note text not null check (length(custody_note) <= 1000),
  recovery_contact text not null check (length(recovery_contact) <= 300),
  second_factor text not null check (second_factor in ('on', 'off', 'not-known')),
  verified_how text, verified_by uuid, verified_on date, check_due_on date,
  connector text not null,
  address text,
  sealed_keys text,
  cursor text,
  polled_at timestamptz, first_read_at timestamptz,
  blind_since timestamptz, blind_why text
);
create unique index accounts_handle on accounts (network, lower(handle)) where handle is not null and state <> 'closed';
create index accounts_connected on accounts (polled_at) where state in ('connected', 'blind');
