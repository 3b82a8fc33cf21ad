-- The rota: who is on call when nobody is at work. Two shifts never share a moment.
create table shifts (
  id uuid primary key, state text not null, version integer not null, policy text not null,
  created_at timestamptz not null, changed_at timestamptz not null,
  person uuid not null,
  deputy uuid,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- From when the handover note can be written, and when the weekly test page of this shift is due.
  note_from timestamptz not null,
  test_at timestamptz not null,
  test_week date not null,
  check (starts_at < ends_at and note_from >= starts_at),
  constraint shifts_one_at_a_time exclude using gist (tstzrange(starts_at, ends_at) with &&)
    where (state = 'planned')
);
create index shifts_ending on shifts (ends_at) where state = 'planned';
create table rota_patterns (
  id uuid primary key, state text not null, version integer not null, policy text not null,
  created_at timestamptz not null, changed_at timestamptz not null,
  pattern text not null check (pattern in ('week', 'night', 'weekdays-weekend')),
  first_day date not null,
  weeks integer not null check (weeks between 1 and 26),
  hour integer not null check (hour between 0 and 23),
  people jsonb not null
);
create table swaps (
  id uuid primary key, state text not null, version integer not null, policy text not null,
  created_at timestamptz not null, changed_at timestamptz not null,
  shift uuid not null references shifts,
  in_return uuid references shifts,
  asked_by uuid not null,
  -- Only this person may take it; null for any duty manager.
  asked_of uuid,
  why text check (length(why) <= 500),
  taken_by uuid,
  settled_at timestamptz,
  check ((state = 'taken') = (taken_by is not null))
);
create unique index swaps_one_for_a_shift on swaps (shift) where state = 'asked';
create table handover_notes (
  id uuid primary key, state text not null, version integer not null, policy text not null,
  created_at timestamptz not null, changed_at timestamptz not null,
  shift uuid not null references shifts,
  writer uuid not null,
  due_at timestamptz not null,
  text text check (length(text) <= 4000),
  written_by uuid,
  written_at timestamptz,
  read_by uuid,
  read_at timestamptz,
  check ((state = 'owed') = (written_at is null)),
  check ((state = 'read') = (read_at is not null))
);
create unique index handover_notes_of_shift on handover_notes (shift);
create index handover_notes_open on handover_notes (due_at) where state <> 'read';
create table test_pages (
  id uuid primary key, state text not null, version integer not null, policy text not null,
  created_at timestamptz not null, changed_at timestamptz not null,
  person uuid not null,
  shift uuid not null references shifts,
  week date not null,
  due_at timestamptz not null,
  -- When it counts as failed unless it moves on: never sent, or never acknowledged.
  fails_at timestamptz not null,
  sent_at timestamptz,
  acknowledged_at timestamptz,
  failed_at timestamptz,
  why text check (why in ('not-sent', 'not-acknowledged', 'not-delivered')),
  settled text check (settled in ('reached', 'corrected', 'replaced')),
  check ((state in ('failed', 'settled')) = (failed_at is not null))
);
create unique index test_pages_of_week on test_pages (person, week);
create index test_pages_open on test_pages (fails_at) where state in ('due', 'sent');
create table rota_checks (
  id uuid primary key, state text not null, version integer not null, policy text not null,
  created_at timestamptz not null, changed_at timestamptz not null,
  day date not null,
  holes integer not null check (holes >= 0),
  hole_from timestamptz,
  hole_to timestamptz,
  check ((state = 'full') = (holes = 0))
);
create unique index rota_checks_of_day on rota_checks (day);
