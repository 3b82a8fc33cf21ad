-- Two tables that refer to each other and one that refers to itself: no order of tables suits all of them.
create table test_shelves (
  id uuid primary key,
  best uuid,
  code char(3) not null
);
create table test_books (
  id integer primary key,
  shelf uuid references test_shelves (id),
  follows integer references test_books (id),
  read_at timestamptz,
  bought date,
  pages bigint,
  price numeric(8, 2),
  weight double precision,
  lent interval,
  words jsonb,
  tags text[],
  cover bytea,
  note text,
  -- A name that must be quoted.
  "order" boolean,
  twice integer generated always as (id * 2) stored
);
alter table test_books add column gone integer;
alter table test_books drop column gone;
