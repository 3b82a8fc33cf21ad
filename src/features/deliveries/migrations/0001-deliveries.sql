-- What other systems hand in, as it came. The bytes are wiped once they are read; the rest tells what came twice, and
-- in which order.
create table deliveries (
  id uuid primary key, state text not null, version integer not null, policy text not null,
  created_at timestamptz not null, changed_at timestamptz not null,
  network text not null,
  account uuid not null,
  account_name text not null check (length(account_name) <= 200),
  delivery text not null,
  body text check (length(body) <= 2000000),
  message text,
  message_at timestamptz,
  why text,
  wipe_at timestamptz,
  check ((state in ('kept', 'set-aside')) = (body is not null))
);
create unique index deliveries_once on deliveries (account, delivery);
create index deliveries_kept on deliveries (id) where state = 'kept';
create index deliveries_aside on deliveries (wipe_at, id) where state = 'set-aside';
create index deliveries_message on deliveries (account, message, message_at desc) where message is not null;
