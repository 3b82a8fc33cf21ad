-- What is done about somebody's details in a message, from notice to proof. It never holds the details.
create table removals (
  id uuid primary key,
  state text not null,
  version integer not null,
  policy text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,

  enquiry uuid not null unique,
  network text not null,
  visibility text not null check (visibility in ('public', 'private')),
  kinds jsonb not null,
  noticed_at timestamptz not null,

  department uuid,
  receiver text,
  address text,
  hand_over uuid,
  why text,
  passed_on_at timestamptz,
  passed_on_by uuid,
  remind_at timestamptz,
  reminded_at timestamptz,
  tell_at timestamptz,
  told_at timestamptz,
  confirmed_at timestamptz,
  confirmed_by text check (confirmed_by in ('receiver', 'by-hand')),
  confirmed_how text,
  not_needed text,
  unconfirmed_why text,

  from_at timestamptz,
  due_at timestamptz,
  begun_at timestamptz,
  erased_at timestamptz,
  backups_past_on date,
  weekly integer not null,
  outside text,
  outside_at timestamptz,
  outside_by uuid,

  held_before text,
  held_at timestamptz,

  picked_at timestamptz,
  checked_at timestamptz,
  checked_by uuid,
  verdict text check (verdict in ('nothing-left', 'something-left')),

  constraint erased_says_when check (state <> 'erased' or (erased_at is not null and backups_past_on is not null)),
  constraint deleted_after_a_reason check (
    state not in ('due', 'erasing', 'erased')
    or confirmed_at is not null or not_needed is not null or unconfirmed_why is not null
  )
);
create index removals_open on removals (noticed_at, id) where state in ('noticed', 'passed-on', 'due', 'erasing', 'held');
create index removals_from on removals (from_at) where state in ('due', 'erasing');
create index removals_remind on removals (remind_at) where state = 'passed-on';
create index removals_erased on removals (erased_at, id) where state = 'erased';

create table holds (
  id uuid primary key,
  state text not null,
  version integer not null,
  policy text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,

  removal uuid not null references removals (id),
  enquiry uuid not null,
  matter text not null,
  name text not null,
  owner uuid not null,
  review_on date not null,
  placed_by uuid not null,
  placed_at timestamptz not null,
  in_place_at timestamptz,
  lifted_at timestamptz,
  lifted_why text
);
create index holds_removal on holds (removal) where state in ('placed', 'in-place');
create index holds_review on holds (review_on, id) where state in ('placed', 'in-place');
