-- Somebody is woken about an enquiry: one row for each enquiry, however often it is flagged.
create table pages (
  id uuid primary key, state text not null, version integer not null, policy text not null,
  created_at timestamptz not null, changed_at timestamptz not null,
  enquiry uuid not null,
  in_hours boolean not null,
  severity smallint not null check (severity between 1 and 4),
  lead text not null,
  network text not null,
  received_at timestamptz not null,
  -- The last step taken, from 0 (-1: nobody was there to be woken), and the moment from which the steps are reckoned: it moves when one is left out.
  rung smallint not null check (rung >= -1),
  ladder_from timestamptz not null,
  -- When the next step is due; null where there is none, or where nobody need be woken any more.
  next_at timestamptz,
  -- Nobody stood in the rota when it began.
  hole boolean not null,
  -- No channel has taken the last step since then.
  fault_at timestamptz,
  -- When a channel took the first message.
  paged_at timestamptz,
  acknowledged_by uuid,
  acknowledged_at timestamptz,
  decision text check (decision in ('replied', 'hidden', 'called', 'wait', 'closed')),
  decided_by uuid,
  decided_at timestamptz,
  -- What a person says of it afterwards: it need not have woken anybody.
  for_nothing boolean,
  judged_by uuid,
  check ((state = 'decided') = (decision is not null)),
  check (state = 'ringing' or next_at is null),
  check (state <> 'acknowledged' or acknowledged_at is not null)
);
create unique index pages_of_enquiry on pages (enquiry);
create index pages_next on pages (next_at) where next_at is not null;
create index pages_open on pages (created_at) where state <> 'decided';
create index pages_when on pages (created_at, id);

-- What somebody decided about a page, and why, in their words.
create table page_decisions (
  id uuid primary key, state text not null, version integer not null, policy text not null,
  created_at timestamptz not null, changed_at timestamptz not null,
  page uuid not null references pages (id),
  verb text not null,
  person uuid,
  reason text not null,
  detail text
);
create index page_decisions_page on page_decisions (page, created_at);

-- What goes out to one person, or to the team's room, by one channel: for one step, and so never twice.
create table page_messages (
  id uuid primary key, state text not null, version integer not null, policy text not null,
  created_at timestamptz not null, changed_at timestamptz not null,
  about text not null check (about in ('page', 'digest', 'danger', 'test-page', 'contact')),
  subject uuid not null,
  rung smallint not null,
  who text not null,
  person uuid,
  channel text not null check (channel in ('text', 'email', 'team')),
  -- How often all channels have been tried before.
  round smallint not null,
  attempts integer not null,
  sending_until timestamptz,
  not_before timestamptz,
  remote text,
  accepted_at timestamptz,
  delivered_at timestamptz,
  failed_at timestamptz,
  -- The word for what went wrong; never an address.
  why text,
  look_at timestamptz
);
create unique index page_messages_once on page_messages (subject, rung, person, channel, round) nulls not distinct;
create index page_messages_subject on page_messages (subject, created_at);
create index page_messages_under_way on page_messages (changed_at) where state in ('waiting', 'sending');
create index page_messages_look on page_messages (look_at) where look_at is not null;

-- A person should look at it first, but nobody is woken: it is counted, and comes in a digest.
create table night_items (
  id uuid primary key, state text not null, version integer not null, policy text not null,
  created_at timestamptz not null, changed_at timestamptz not null,
  enquiry uuid not null,
  in_hours boolean not null,
  severity smallint not null,
  lead text not null,
  network text not null,
  received_at timestamptz not null
);
create unique index night_items_of_enquiry on night_items (enquiry);
create index night_items_when on night_items (created_at) where not in_hours;

create table night_digests (
  id uuid primary key, state text not null, version integer not null, policy text not null,
  created_at timestamptz not null, changed_at timestamptz not null,
  slot timestamptz not null,
  items integer not null check (items > 0),
  person uuid
);
create unique index night_digests_of_slot on night_digests (slot);

-- Somebody was in danger that minute: what a colleague did, written down afterwards.
create table dangers (
  id uuid primary key, state text not null, version integer not null, policy text not null,
  created_at timestamptz not null, changed_at timestamptz not null,
  enquiry uuid,
  reported_by uuid not null,
  called text not null,
  reference text,
  note text not null,
  told boolean not null
);
create index dangers_when on dangers (created_at);

-- How somebody on call is reached. The number and the address are sealed: nobody reads them here, not even their owner.
create table duty_contacts (
  id uuid primary key, state text not null, version integer not null, policy text not null,
  created_at timestamptz not null, changed_at timestamptz not null,
  person uuid not null,
  sealed_phone text,
  sealed_email text,
  confirmed_at timestamptz
);
create unique index duty_contacts_of_person on duty_contacts (person);
