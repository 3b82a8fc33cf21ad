-- While an account's secret is being changed, the one before counts as well.
alter table accounts add column sealed_keys_before text;
