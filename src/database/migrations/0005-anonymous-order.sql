-- Anonymous lists go by reference: their order must not tell how long a child waits whose waiting band is hidden.
create index child_shared_by_reference on child_shared (partnership_id, agency_id, reference) where is_waiting;
