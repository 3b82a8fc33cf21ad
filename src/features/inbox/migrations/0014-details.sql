-- Where somebody's details stand in a message: kinds and places, never the details. Null where nobody looked yet.
alter table enquiries add column details jsonb;
alter table enquiries add column pictures_show text check (pictures_show in ('person', 'document', 'neither'));
alter table enquiries add column revealed jsonb not null default '{"list": []}';
