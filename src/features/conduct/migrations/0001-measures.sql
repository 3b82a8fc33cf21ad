create table measures (
  id uuid primary key,
  state text not null,
  version integer not null,
  policy text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,

  kind text not null check (kind in ('hide', 'warn', 'restrict', 'block', 'report')),
  enquiry uuid not null,
  network text not null,
  account uuid,
  remote text,
  -- Whom it is against, by the network's lasting id: kept only while it must still be carried out or taken back.
  author text,
  by_hand boolean not null,

  house_rule text not null,
  details boolean not null,
  why text not null,
  skipped text,
  beyond text,
  template text,
  report_of text,
  report_as text,
  words_digest text,
  received_at timestamptz not null,

  asked_by uuid not null,
  decided_by uuid,
  review_on date,
  renewed integer not null,

  undoing boolean not null,
  ends_why text,
  done_at timestamptz,
  ended_at timestamptz,

  attempts integer not null,
  carrying_until timestamptz,
  not_before timestamptz,
  in_doubt boolean not null,
  held_why text,
  refused_why text,
  case_number text,

  appealed_at timestamptz,
  appeal_due_at timestamptz,
  appeal_outcome text,
  asked_to_remove_at timestamptz,

  constraint in_force_since check (state not in ('in-force', 'done') or done_at is not null)
);

-- One of a kind at a time about one message, and one block against one person.
create unique index measures_one_of_a_kind on measures (enquiry, kind)
  where state not in ('done', 'ended', 'dropped');
create unique index measures_one_block on measures (network, author)
  where kind = 'block' and state not in ('ended', 'dropped');
create index measures_enquiry on measures (enquiry, created_at);
create index measures_under_way on measures (changed_at) where state in ('waiting', 'doing');
create index measures_open on measures (created_at) where state in ('asked', 'by-hand', 'refused', 'unknown');
create index measures_review on measures (review_on) where state = 'in-force' and review_on is not null;
create index measures_done on measures (done_at) where done_at is not null;
