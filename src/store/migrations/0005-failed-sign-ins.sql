-- Tries to sign in that failed, for a quarter of an hour: counted for every program that serves from here. `what` is a
-- digest under the salt of keys.json, so that neither address nor account can be read in it. Unlogged: losing it in
-- a crash costs nothing but the count.
create unlogged table failed_sign_ins (
  what text not null,
  at timestamptz not null
);
create index failed_sign_ins_recent on failed_sign_ins (what, at);
create index failed_sign_ins_old on failed_sign_ins (at);
