create table test_parcels (
  id uuid primary key,
  state text not null,
  version integer not null,
  policy text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  sender uuid not null,
  contents text not null,
  depot text,
  collect_at timestamptz,
  key text
);
