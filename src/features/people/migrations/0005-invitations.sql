create table invitations (
  id uuid primary key, state text not null, version integer not null, policy text not null,
  created_at timestamptz not null, changed_at timestamptz not null,
  person uuid not null references people,
  code_digest text not null unique check (code_digest ~ '^[0-9a-f]{64}$'),
  ends_at timestamptz not null,
  takes_second_factor boolean not null
);
create index invitations_open on invitations (person) where state = 'open';
