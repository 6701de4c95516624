-- What the waiting list is read by. A waiting child has an ADM decision or a placement order and none of match, placement,
-- adoption order or ended plan; the wait counts from the earlier of the two (least ignores nulls).

alter table child
  add column waiting_from date generated always as (least(adm_decision, placement_order)) stored,
  add column is_waiting boolean generated always as (
    (adm_decision is not null or placement_order is not null)
    and matched is null and placed is null and adoption_order is null and plan_ended is null
  ) stored,
  -- in completed years, from the encrypted birth date; put right each night
  add column age_years int,
  add column age_band text not null default 'unknown',
  -- the other members of the sibling group
  add column sibling_count int not null default 0,
  add column next_step_whose text,
  add column routes text[] not null default '{}';
create index child_waiting on child (agency_id, waiting_from, reference) include (sex, sibling_count, age_band, placement_order) where is_waiting;

-- Facts as a conversation would see them: an unknown sex or age band is a value of its own (blank to the reader), and
-- three siblings or more look alike. One bit for each need category, in the order of NEED_CATEGORIES.
alter table child_shared
  add column sex_shown text generated always as (coalesce(sex, '')) stored,
  add column siblings_shown int generated always as (least(sibling_count, 3)) stored,
  add column need_mask int generated always as (
    case when need_categories @> array['health'] then 1 else 0 end
    + case when need_categories @> array['development'] then 2 else 0 end
    + case when need_categories @> array['learning'] then 4 else 0 end
    + case when need_categories @> array['emotional'] then 8 else 0 end
    + case when need_categories @> array['behaviour'] then 16 else 0 end
    + case when need_categories @> array['attachment'] then 32 else 0 end
    + case when need_categories @> array['contact'] then 64 else 0 end
    + case when need_categories @> array['identity'] then 128 else 0 end
    + case when need_categories @> array['siblings'] then 256 else 0 end
  ) stored;

-- The list itself and its totals.
drop index child_shared_waiting;
create index child_shared_waiting on child_shared (partnership_id, waiting_from, reference) include (agency_id, sex_shown, siblings_shown, age_band) where is_waiting;
create index child_shared_agency_waiting on child_shared (partnership_id, agency_id, waiting_from, reference) where is_waiting;

-- One index for each thing that may still be shown when facts are dropped in their order (shared-facts.ts): a probe for three
-- children who share what is left reads three entries and never a whole agency.
drop index child_shared_facts;
create index child_shared_facts on child_shared (partnership_id, agency_id, age_band, stage, sex_shown, siblings_shown, waiting_from) include (need_mask) where is_waiting;
create index child_shared_sex on child_shared (partnership_id, agency_id, age_band, stage, sex_shown, waiting_from) where is_waiting;
create index child_shared_stage on child_shared (partnership_id, agency_id, age_band, stage, waiting_from) where is_waiting;
create index child_shared_age on child_shared (partnership_id, agency_id, age_band, waiting_from) where is_waiting;

-- How many waiting children have a need of this category: which need is dropped first. Counted each night and after an import.
create table need_rarity (
  partnership_id int not null references partnership (id),
  bit int not null,
  waiting int not null,
  primary key (partnership_id, bit)
);
alter table need_rarity enable row level security;
alter table need_rarity force row level security;
create policy need_rarity_own on need_rarity to ff_app using (partnership_id = nullif(current_setting('app.partnership', true), '')::int) with check (partnership_id = nullif(current_setting('app.partnership', true), '')::int);
grant select, insert, update on need_rarity to ff_app;
