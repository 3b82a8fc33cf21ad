-- What is kept for a hold is hidden, and cannot be deleted; what was deleted keeps no words and no name.
alter table enquiries add column holds jsonb not null default '{"list": []}';
alter table enquiries add column held boolean not null default false;
alter table enquiries add column erased_at timestamptz;
alter table enquiries add constraint held_by_a_hold check (held or holds = '{"list": []}'::jsonb);
alter table enquiries add constraint held_is_not_erased check (not held or erased_at is null);
alter table enquiries add constraint erased_says_nothing check (
  erased_at is null
  or (text = '' and text_at_receipt is null and pictures = '{"list": []}'::jsonb and author_id = ''
      and author_handle = '' and author_name = '' and summary is null and contact is null)
);
