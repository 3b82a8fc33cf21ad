create table test_sights (
  id uuid primary key, state text not null, version integer not null, policy text not null,
  created_at timestamptz not null, changed_at timestamptz not null,
  owner uuid, helper uuid, place uuid, team text, secret boolean
);
