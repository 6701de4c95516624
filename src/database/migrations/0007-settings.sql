-- What an agency set its timings and thresholds to, as it was entered: rows are added and never changed. Of the rows that cover a day
-- the last one entered holds, so that the periods of one setting cannot overlap whatever is written; the version makes two writers
-- of one setting one after the other.
create table setting_change (
  agency_id int not null references agency (id),
  -- as in setting-catalogue.ts
  name text not null check (name ~ '^[a-zA-Z]{1,60}$'),
  -- of this setting in this agency, from 1 without gaps
  version int not null check (version > 0),
  -- a whole number or the word of a choice; null: what came with the app holds again
  value text,
  valid_from date not null,
  -- the last day on which it holds; null: until something else is entered
  valid_until date check (valid_until >= valid_from),
  -- who says so
  source text not null check (source <> ''),
  -- why it was changed; needed where it changed the past or a plan
  reason text check (reason <> ''),
  worker_id uuid not null references worker (id),
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (agency_id, name, version)
);

alter table setting_change enable row level security;
alter table setting_change force row level security;
create policy setting_change_own on setting_change to ff_app using (agency_id = nullif(current_setting('app.agency', true), '')::int) with check (agency_id = nullif(current_setting('app.agency', true), '')::int);
grant select, insert on setting_change to ff_app;
