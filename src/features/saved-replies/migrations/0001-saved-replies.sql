create table saved_replies (
  id uuid primary key, state text not null, version integer not null, policy text not null,
  created_at timestamptz not null, changed_at timestamptz not null,
  name text not null,
  label text,
  language text not null,
  text text not null,
  signpost uuid,
  holding boolean not null,
  proposed_by uuid,
  agreed_by uuid,
  review_due_on date,
  check ((state = 'agreed') <= (review_due_on is not null))
);
create index saved_replies_in_use on saved_replies (name, language, id) where state = 'agreed';
