-- When this store was filled from a backup. Whatever was under way at the backup's moment may have been done since,
-- so it is looked up outside before it is done again. Never part of a backup.
create table restores (
  at timestamptz primary key
);
