-- The audit trail: append-only, and linked by the database itself at commit.
create table audit_entries (
  id uuid primary key,
  -- The canonical text (RFC 8785) that is hashed. Never rebuilt from anything else.
  entry text not null,
  at timestamptz not null,
  actor text not null,
  command text not null,
  kind text not null,
  row_id uuid not null,
  rule text not null,
  clause text not null,
  policy text not null,
  -- Filled in by the trigger at commit; null only inside the transaction that adds the entry.
  sequence bigint unique,
  previous text,
  hash text
);
create index audit_entries_row on audit_entries (kind, row_id, command);
create index audit_entries_clause on audit_entries (clause, sequence);
create index audit_entries_actor on audit_entries (actor, sequence);

create table audit_head (
  one boolean primary key default true check (one),
  sequence bigint not null,
  hash text not null
);
insert into audit_head (sequence, hash) values (0, repeat('0', 64));

-- Runs at commit, after everything else: the lock on the head is then held for no longer than the commit itself.
create function link_audit_entry() returns trigger language plpgsql as $$
declare
  head audit_head%rowtype;
  linked text;
begin
  select * into head from audit_head for update;
  linked := encode(sha256(convert_to(head.hash || E'\n' || new.entry, 'UTF8')), 'hex');
  perform set_config('signpost.linking', new.id::text, true);
  update audit_entries set sequence = head.sequence + 1, previous = head.hash, hash = linked where id = new.id;
  update audit_head set sequence = head.sequence + 1, hash = linked;
  perform set_config('signpost.linking', '', true);
  return null;
end $$;
create constraint trigger audit_entries_link after insert on audit_entries
  deferrable initially deferred for each row execute function link_audit_entry();

create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.sequence is null and current_setting('signpost.linking', true) = old.id::text
     and new.entry = old.entry and new.id = old.id then
    return new;
  end if;
  raise exception 'the audit trail is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger audit_entries_keep before update or delete on audit_entries
  for each row execute function refuse_audit_change();
create trigger audit_entries_keep_all before truncate on audit_entries
  for each statement execute function refuse_audit_change();

create table kept_answers (
  actor text not null,
  key text not null,
  command text not null,
  row_id uuid,
  digest text not null,
  answer jsonb not null,
  at timestamptz not null default now(),
  primary key (actor, key)
);
create index kept_answers_at on kept_answers (at);
