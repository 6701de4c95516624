-- The whole journey of a child. Dates are of the current attempt; an attempt that ended (another plan, a disrupted placement) is
-- kept whole in `attempts`. Pauses lie beside the dates and are never subtracted. Both are short lists of one child that are read
-- and written with it, therefore columns and no tables.

alter table child
  add column pack_a date,
  add column parallel_plan date,
  add column permanence_plan date,
  add column last_review date,
  add column cpr_requested date,
  add column cpr_drafted date,
  add column cpr_quality_checked date,
  add column cpr_submitted date,
  add column parental_consent date,
  add column profile_live date,
  add column profile_updated date,
  add column link_exploring date,
  add column linked date,
  add column match_panel date,
  add column introductions date,
  add column revocation_applied date,
  add column revoked date,
  add column attempts jsonb not null default '[]',
  add column pauses jsonb not null default '[]',
  -- the month in which an unborn child is due, as 2027-03
  add column expected_birth text check (expected_birth ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  add column legal_status text,
  add column early_permanence_route text check (early_permanence_route in ('fostering-for-adoption', 'concurrency')),
  add column foster_carer_adoption boolean,
  -- when a lawyer advised that a profile may be used before the decision
  add column legal_advice_on date,
  add column sibling_plan_on date,
  add column social_worker_id uuid references worker (id),
  -- in completed years on the day of the ADM's decision, from the encrypted birth date
  add column age_at_decision int,
  -- where a child stands within a stock; written with the row
  add column standing text not null default 'family-finding' check (standing in ('family-finding', 'link-exploring', 'linked', 'foster-carer-link', 'on-hold')),
  add column changed_on date,
  add column is_order_not_placed boolean generated always as (
    placement_order is not null and revoked is null and placed is null and adoption_order is null and plan_ended is null
  ) stored,
  add column is_open boolean generated always as (adoption_order is null and plan_ended is null) stored,
  -- where a child stands in the list of all open ones: those who do not wait yet come last
  add column listed_from date generated always as (coalesce(least(adm_decision, placement_order), '9999-12-31'::date)) stored;
create index child_open on child (agency_id, listed_from, reference) where is_open;
create index child_order_not_placed on child (agency_id, waiting_from, reference) where is_order_not_placed;
create index child_changed on child (agency_id, changed_on);
create index child_by_worker on child (agency_id, worker_id) where worker_id is not null;
create index child_by_social_worker on child (agency_id, social_worker_id) where social_worker_id is not null;
update child set changed_on = (changed_at at time zone 'Europe/London')::date;
alter table child alter column changed_on set not null, alter column changed_on set default current_date;

alter table child_shared
  add column standing text not null default 'family-finding',
  add column is_order_not_placed boolean not null default false,
  -- when something that partners see changed last; a birthday is no change
  add column changed_on date;
create index child_shared_order_not_placed on child_shared (partnership_id, agency_id, waiting_from, reference) where is_order_not_placed;
create index child_shared_changed on child_shared (partnership_id, agency_id, changed_on);
update child_shared set changed_on = (changed_at at time zone 'Europe/London')::date,
  is_order_not_placed = order_on is not null and stage in ('placementOrder', 'matched');
alter table child_shared alter column changed_on set not null, alter column changed_on set default current_date;

-- What changed in a child's record, by name and never with its content: "what changed since Monday".
create table child_change (
  id uuid primary key,
  agency_id int not null references agency (id),
  child_id uuid not null references child (id),
  at timestamptz not null,
  -- the day in London
  on_day date not null,
  -- names of what changed: admDecision, needs, siblings …
  what text[] not null,
  -- a worker, or null for a named job such as an import
  worker_id uuid
);
create index child_change_by_child on child_change (agency_id, child_id, at desc);
alter table child_change enable row level security;
alter table child_change force row level security;
create policy child_change_own on child_change to ff_app using (agency_id = nullif(current_setting('app.agency', true), '')::int) with check (agency_id = nullif(current_setting('app.agency', true), '')::int);
grant select, insert on child_change to ff_app;
