-- By which keys.json this store was filled: a digest under its salt, which gives nothing of the salt away. It travels
-- in a backup, so that a store that was restored beside other keys can say so.
create table keys_mark (
  one boolean primary key default true check (one),
  mark text not null
);
