-- A leaver's last moment, and the review of who has access.
alter table people add column access_ends_at timestamptz;
create index people_leaving on people (access_ends_at) where state = 'active' and access_ends_at is not null;
create index people_listed on people (state, name, id);
create table access_reviews (
  id uuid primary key, state text not null, version integer not null, policy text not null,
  created_at timestamptz not null, changed_at timestamptz not null,
  due_on date not null,
  confirmed_on date,
  confirmed_by uuid,
  next_opens_on date,
  next_due_on date,
  check ((state = 'due') = (confirmed_on is null)),
  check ((confirmed_on is null) = (next_opens_on is null) and (confirmed_on is null) = (next_due_on is null))
);
create unique index access_reviews_one_at_a_time on access_reviews ((true)) where state = 'due';
create index access_reviews_due on access_reviews (due_on);
create table access_checks (
  id uuid primary key, state text not null, version integer not null, policy text not null,
  created_at timestamptz not null, changed_at timestamptz not null,
  review uuid not null references access_reviews,
  person uuid not null references people,
  given_role uuid not null references grants,
  role text not null,
  at text not null,
  decided_by uuid,
  decided_at timestamptz,
  unique (review, given_role),
  check ((state = 'open') = (decided_at is null))
);
