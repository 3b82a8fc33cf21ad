create table escalations (
  id uuid primary key, state text not null, version integer not null, policy text not null,
  created_at timestamptz not null, changed_at timestamptz not null,
  enquiry uuid not null,
  category text not null, severity text not null,
  why text not null check (length(why) <= 1000),
  queue jsonb not null, asked integer not null,
  asked_now uuid not null, first_asked uuid not null,
  due_at timestamptz not null, acknowledge_by timestamptz,
  taken_at timestamptz, taken_by uuid,
  settled_at timestamptz, outcome text check (length(outcome) <= 2000),
  evidence text not null, evidence_digest text not null,
  raised_by uuid
);
create index escalations_enquiry on escalations (enquiry, created_at);
create index escalations_asked on escalations (asked_now) where state in ('raised', 'taken');
create index escalations_unconfirmed on escalations (acknowledge_by) where state = 'raised' and acknowledge_by is not null;
create table partners (
  id uuid primary key, state text not null, version integer not null, policy text not null,
  created_at timestamptz not null, changed_at timestamptz not null,
  name text not null unique check (length(name) between 1 and 200),
  kind text not null,
  contact text not null check (length(contact) <= 500),
  letters_to text not null check (length(letters_to) <= 500),
  may_receive jsonb not null,
  checked_on date not null
);
