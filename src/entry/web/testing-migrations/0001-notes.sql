create table web_notes (
  id uuid primary key, state text not null, version integer not null, policy text not null,
  created_at timestamptz not null, changed_at timestamptz not null,
  title text not null, words text, office text not null, author uuid not null,
  seen_from date, until timestamptz, sure boolean not null
);
create table web_whispers (
  id uuid primary key, state text not null, version integer not null, policy text not null,
  created_at timestamptz not null, changed_at timestamptz not null,
  words text not null
);
