-- What somebody asked for in law, with the last day of each, and the first of those still running.
alter table enquiries add column law_clocks jsonb not null default '{"list": []}';
alter table enquiries add column law_due_at timestamptz;
create index enquiries_law on enquiries (law_due_at, id) where law_due_at is not null;
