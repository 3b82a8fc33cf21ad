create table test_tickets (
  id uuid primary key, state text not null, version integer not null, policy text not null,
  created_at timestamptz not null, changed_at timestamptz not null,
  title text not null, author uuid not null, secret boolean not null, team text, token text,
  outside text unique
);
create table test_marks (
  id uuid primary key, state text not null, version integer not null, policy text not null,
  created_at timestamptz not null, changed_at timestamptz not null,
  ticket uuid not null
);
