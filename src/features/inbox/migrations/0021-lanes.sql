-- What governance said of a matter that was locked, and who agreed to a reply beside its author.
alter table enquiries
  add column unlocked_at timestamptz,
  add column unlock_note text;
alter table replies add column agreed_by uuid;
create index replies_to_agree on replies (created_at, id) where state = 'to-agree';
