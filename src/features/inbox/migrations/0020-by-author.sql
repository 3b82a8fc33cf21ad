-- What one person wrote to us on one network: for a measure, which asks what was done before.
create index enquiries_by_author on enquiries (network, author_id, received_at);
