-- Who took a copy of the whole trail, up to which entry.
create table trail_exports (
  id uuid primary key, state text not null, version integer not null, policy text not null,
  created_at timestamptz not null, changed_at timestamptz not null,
  taken_by uuid not null,
  up_to bigint not null check (up_to >= 0),
  hash text not null
);
-- What was found when the chain was checked, link by link.
create table trail_checks (
  id uuid primary key, state text not null, version integer not null, policy text not null,
  created_at timestamptz not null, changed_at timestamptz not null,
  made_by uuid not null,
  entries bigint not null check (entries >= 0),
  head text not null,
  first_bad bigint
);
create index trail_checks_made on trail_checks (created_at desc);
