create table teams (
  id uuid primary key, state text not null, version integer not null, policy text not null,
  created_at timestamptz not null, changed_at timestamptz not null,
  name text not null unique check (length(name) between 1 and 200)
);
create table people (
  id uuid primary key, state text not null, version integer not null, policy text not null,
  created_at timestamptz not null, changed_at timestamptz not null,
  name text not null check (length(name) between 1 and 200),
  email text not null unique check (email = lower(email) and length(email) between 3 and 254),
  kind text not null,
  team uuid references teams,
  ends_on date,
  sponsor uuid references people,
  leaver_flagged_at timestamptz,
  left_at timestamptz
);
create index people_name on people (name);
create index people_ending on people (ends_on) where state = 'active' and ends_on is not null;
create table grants (
  id uuid primary key, state text not null, version integer not null, policy text not null,
  created_at timestamptz not null, changed_at timestamptz not null,
  person uuid not null references people,
  role text not null,
  at text not null,
  starts_at timestamptz not null,
  ends_at timestamptz,
  given_by uuid,
  ended_at timestamptz
);
create index grants_person on grants (person) where state = 'given';
create unique index grants_once on grants (person, role, at) where state = 'given';
create table identities (
  id uuid primary key, state text not null, version integer not null, policy text not null,
  created_at timestamptz not null, changed_at timestamptz not null,
  person uuid not null references people,
  issuer text not null check (length(issuer) <= 500),
  subject text not null check (length(subject) <= 500)
);
create unique index identities_once on identities (issuer, subject) where state = 'linked';
create table departments (
  id uuid primary key, state text not null, version integer not null, policy text not null,
  created_at timestamptz not null, changed_at timestamptz not null,
  name text not null unique check (length(name) between 1 and 200),
  public_contact text not null check (length(public_contact) <= 500),
  internal_contact text not null check (length(internal_contact) <= 500),
  hours text not null check (length(hours) <= 200),
  answers boolean not null,
  checked_on date not null
);
create table signposts (
  id uuid primary key, state text not null, version integer not null, policy text not null,
  created_at timestamptz not null, changed_at timestamptz not null,
  topic text not null check (length(topic) between 1 and 200),
  words text not null check (length(words) <= 500),
  department uuid references departments,
  contact text not null check (length(contact) <= 500),
  url text check (length(url) <= 500),
  hours text not null check (length(hours) <= 200),
  checked_on date not null
);
create unique index signposts_topic on signposts (topic) where state = 'active';
create table acknowledgements (
  id uuid primary key, state text not null, version integer not null, policy text not null,
  created_at timestamptz not null, changed_at timestamptz not null,
  person uuid not null references people,
  version_read text not null,
  method text not null check (method in ('page', 'paper', 'session')),
  at timestamptz not null,
  unique (person, version_read)
);
