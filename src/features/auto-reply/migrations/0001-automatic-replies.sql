create table automatic_replies (
  id uuid primary key, state text not null, version integer not null, policy text not null,
  created_at timestamptz not null, changed_at timestamptz not null,
  enquiry uuid not null,
  account uuid not null,
  once text not null unique,
  form text not null check (form in ('open', 'closed', 'closed-today')),
  text text not null
);
create index automatic_replies_created on automatic_replies (created_at);
create table pasted_texts (
  id uuid primary key, state text not null, version integer not null, policy text not null,
  created_at timestamptz not null, changed_at timestamptz not null,
  account uuid not null unique,
  text text not null,
  pasted_by uuid,
  checked_on date not null,
  check_due_on date not null
);
