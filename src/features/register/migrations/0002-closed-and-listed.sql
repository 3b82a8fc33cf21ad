-- Why an account was closed: it was asked, and must not be lost.
alter table accounts add column closed_why text check (length(closed_why) <= 1000);
create index accounts_listed on accounts (kind, network, id);
