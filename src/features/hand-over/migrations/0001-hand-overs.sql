create table hand_overs (
  id uuid primary key, state text not null, version integer not null, policy text not null,
  created_at timestamptz not null, changed_at timestamptz not null,
  kind text not null check (kind in ('question', 'details', 'share')),
  enquiry uuid not null,
  department uuid, partner uuid,
  receiver text not null check (length(receiver) between 1 and 200),
  addresses jsonb not null,
  asked integer not null,
  kinds_of_details jsonb not null,
  reason text not null check (length(reason) <= 1000),
  basis text,
  content text, content_digest text not null,
  more text,
  passed_on_at timestamptz,
  wiped_at timestamptz,
  due_at timestamptz, ends_at timestamptz, acknowledge_by timestamptz,
  remind_at timestamptz, reminders integer not null,
  links_from timestamptz not null,
  letter text not null check (letter in ('to-send', 'sent', 'refused', 'by-hand')), letter_at timestamptz,
  looked_at timestamptz, opened_at timestamptz, received_at timestamptz,
  answered_at timestamptz, answered_on date, answered_how text check (length(answered_how) <= 1000),
  asked_back text check (length(asked_back) <= 2000),
  returned_why text check (length(returned_why) <= 1000),
  ended_at timestamptz,
  handed_by uuid,
  unique (enquiry, passed_on_at),
  -- What was wiped is gone, and what is gone was wiped.
  check ((content is null) = (wiped_at is not null))
);
create index hand_overs_enquiry on hand_overs (enquiry, created_at);
create index hand_overs_open on hand_overs (due_at, id) where state in ('open', 'received', 'asking');
create index hand_overs_unconfirmed on hand_overs (acknowledge_by) where state = 'open' and acknowledge_by is not null;
create index hand_overs_reminding on hand_overs (remind_at) where remind_at is not null;
create index hand_overs_ending on hand_overs (ends_at) where state in ('open', 'received', 'asking') and ends_at is not null;
create table hand_over_links (
  id uuid primary key, state text not null, version integer not null, policy text not null,
  created_at timestamptz not null, changed_at timestamptz not null,
  hand_over uuid not null references hand_overs,
  token_digest text not null unique check (token_digest ~ '^[0-9a-f]{64}$'),
  ends_at timestamptz not null,
  opened_at timestamptz
);
create index hand_over_links_of on hand_over_links (hand_over);
