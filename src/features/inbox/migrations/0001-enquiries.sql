create table enquiries (
  id uuid primary key,
  state text not null,
  version integer not null,
  policy text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,

  network text not null,
  account uuid,
  account_name text not null,
  remote text,
  remote_root text,
  conversation text not null,
  follows uuid references enquiries (id),
  apart boolean not null,
  kind text not null,
  author_id text not null,
  author_handle text not null,
  author_name text not null,
  text text not null,
  text_at_receipt text,
  pictures jsonb not null,
  permalink text,
  visibility text not null check (visibility in ('public', 'private')),
  by_hand boolean not null,
  reply_max integer,
  window_closes_at timestamptz,
  risk smallint not null check (risk between 1 and 4),

  received_at timestamptz not null,
  ingested_at timestamptz not null,
  time_basis text not null,
  changed_after_receipt boolean not null,
  messages integer not null,
  heard_at timestamptz not null,
  clock_from timestamptz not null,
  aim_at timestamptz not null,
  limit_at timestamptz not null,
  in_hours boolean not null,
  calendar_version text not null,

  claimed_by uuid,
  claimed_until timestamptz,
  first_claimed_at timestamptz,

  department uuid,
  summary text,
  contact text,
  due_department_at timestamptz,
  department_answered_at timestamptz,

  first_reply_at timestamptz,
  reply_minutes integer,
  inside boolean,
  waiting_since timestamptz,
  trouble text,
  troubles integer not null,

  close_reason text,
  no_reply_why text,
  close_note text,
  closed_at timestamptz,
  withdrawn_at timestamptz,
  sampled boolean not null,
  sample_verdict text,
  sample_note text,

  constraint joined_follows check ((state = 'joined') = (follows is not null)),
  constraint closed_says_why check (state <> 'closed' or close_reason is not null),
  constraint once_from_a_network unique (network, account, remote)
);

-- Each view of the inbox reads one of these in its own order, so that a page costs the same at any size.
create index enquiries_waiting on enquiries (risk, aim_at, id) where state = 'waiting';
create index enquiries_working on enquiries (risk, aim_at, id) where state in ('waiting', 'being-answered');
create index enquiries_others on enquiries (risk, aim_at, id) where state in ('with-department', 'waiting-on-them');
create index enquiries_aim on enquiries (aim_at, id) where state = 'waiting';
create index enquiries_claimed on enquiries (claimed_by, risk, aim_at, id) where claimed_by is not null;
create index enquiries_conversation on enquiries (conversation, received_at, id);
create index enquiries_author on enquiries (author_handle, received_at) where state = 'waiting';
create index enquiries_follows on enquiries (follows) where follows is not null;
create index enquiries_replied on enquiries (first_reply_at, id) where first_reply_at is not null;
create index enquiries_trouble on enquiries (risk, aim_at, id) where trouble is not null;
create index enquiries_received on enquiries (received_at);
create index enquiries_no_reply on enquiries (closed_at, id) where no_reply_why is not null;
create index enquiries_sample on enquiries (closed_at, id) where sampled and sample_verdict is null;

create table replies (
  id uuid primary key,
  state text not null,
  version integer not null,
  policy text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  enquiry uuid not null references enquiries (id),
  kind text not null,
  text text not null,
  author uuid,
  signpost uuid,
  signpost_version integer,
  attempts integer not null,
  sending_until timestamptz,
  not_before timestamptz,
  remote text,
  permalink text,
  sent_at timestamptz,
  posted_by_hand boolean not null,
  held_why text,
  refused_why text,
  constraint sent_says_when check (state <> 'sent' or sent_at is not null)
);
create index replies_enquiry on replies (enquiry, created_at);
create index replies_under_way on replies (changed_at) where state in ('waiting', 'sending');

create table enquiry_notes (
  id uuid primary key,
  state text not null,
  version integer not null,
  policy text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  enquiry uuid not null references enquiries (id),
  author uuid not null,
  text text not null
);
create index enquiry_notes_enquiry on enquiry_notes (enquiry, created_at);

create table looks (
  id uuid primary key,
  state text not null,
  version integer not null,
  policy text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  place text not null,
  kind text not null check (kind in ('person', 'poll')),
  minute timestamptz not null,
  constraint once_a_minute unique (place, kind, minute)
);
create index looks_minute on looks (minute);
