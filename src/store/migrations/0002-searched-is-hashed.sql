-- What the trail is searched by comes out of the text that was hashed: nobody can set one apart from the other.

-- Instants in the text end in Z, so neither time zone nor date style of a session has a say in what they mean.
create function instant_of(text) returns timestamptz language plpgsql immutable strict as $$
begin
  if $1 !~ '^\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$' then
    raise exception 'not an instant: %', $1 using errcode = 'invalid_datetime_format';
  end if;
  return $1::timestamptz;
end $$;

alter table audit_entries
  drop column at, drop column actor, drop column command, drop column kind,
  drop column row_id, drop column rule, drop column clause, drop column policy;
alter table audit_entries
  add column at timestamptz not null generated always as (instant_of(entry::jsonb ->> 'at')) stored,
  add column actor text not null generated always as (entry::jsonb ->> 'actor') stored,
  add column command text not null generated always as (entry::jsonb ->> 'command') stored,
  add column kind text not null generated always as (entry::jsonb ->> 'kind') stored,
  add column row_id uuid not null generated always as ((entry::jsonb ->> 'row')::uuid) stored,
  add column rule text not null generated always as (entry::jsonb ->> 'rule') stored,
  add column clause text not null generated always as (entry::jsonb ->> 'clause') stored,
  add column policy text not null generated always as (entry::jsonb ->> 'policy') stored,
  add constraint audit_entries_id_in_text check (id::text = entry::jsonb ->> 'id');

create index audit_entries_row on audit_entries (kind, row_id, command);
create index audit_entries_clause on audit_entries (clause, sequence);
create index audit_entries_actor on audit_entries (actor, sequence);
