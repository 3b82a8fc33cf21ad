-- How many nobody has is counted at each look at the inbox: with the claim in the index, no row need be fetched for it.
drop index enquiries_waiting;
create index enquiries_waiting on enquiries (risk, aim_at, id) include (claimed_by, claimed_until)
  where state = 'waiting';
