-- What triage made of a message when it came in; who has read it, and by when somebody should have. All of it may be
-- absent: a message from before, or one that triage could not read, is not yet read by triage.
alter table enquiries
  add column tier text check (tier in ('page', 'look-first', 'rest')),
  add column labels jsonb not null default '{"list": [], "length": 0}',
  add column page_score real,
  add column pages_anyway boolean not null default false,
  add column triage_model text,
  add column not_understood text,
  add column triaged_at timestamptz,
  add column paged_at timestamptz,
  add column unread boolean not null default true,
  add column read_by timestamptz,
  add column first_read_at timestamptz,
  add column mark text check (mark in ('should-have-paged', 'need-not-have-paged')),
  add column marked_at timestamptz;
-- Whoever claimed, answered or ended one of those from before has read it.
update enquiries set unread = false
  where first_claimed_at is not null or first_reply_at is not null or state not in ('waiting', 'joined');

create index enquiries_unread on enquiries (risk, aim_at, id) include (tier)
  where unread and state in ('waiting', 'being-answered');
create index enquiries_untriaged on enquiries (ingested_at) where tier is null;
create index enquiries_marked on enquiries (received_at, id) where mark is not null;

-- Whether triage calls somebody, and how sure it must be. The latest row is in force; the others are what was before.
create table triage_settings (
  id uuid primary key,
  state text not null,
  version integer not null,
  policy text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  margin real not null
);
create index triage_settings_latest on triage_settings (created_at desc, id desc);
