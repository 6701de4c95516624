-- The register's first shape. One dialect: PostgreSQL 15. Ids are made by the app (uuid v7), agencies are small integers.
-- Every row has its agency in it and in its keys; policies hold no subquery, so that the tables can be distributed by agency.
-- The roles (ff_app and the four named jobs) are made before the first migration runs: see roles.sql.

create table partnership (
  id int primary key,
  name text not null,
  -- demo or live; decided when the register is made, and neither mode opens the other's
  kind text not null check (kind in ('demo', 'live')),
  -- proves at start that FIELD_KEY is the key this register was made with
  key_check text not null
);

create table agency (
  id int primary key check (id > 0),
  partnership_id int not null references partnership (id),
  code text not null unique check (code ~ '^[A-Z]{2,8}$'),
  name text not null,
  tenant_id uuid unique,
  -- Rutland has no tenant of its own and is served by Lincolnshire's people
  served_by int references agency (id),
  is_hub boolean not null default false,
  -- the shared mailbox on whose calendar meetings are booked
  mailbox text,
  -- what partner agencies may be shown, and from when: 'adm-decision' or 'placement-order' (design 3.7)
  shares_from text not null default 'adm-decision' check (shares_from in ('adm-decision', 'placement-order'))
);

-- One row per agency that a person works for: somebody who works for two agencies has two rows with the same object id.
create table worker (
  id uuid primary key,
  agency_id int not null references agency (id),
  tenant_id uuid not null,
  object_id uuid not null,
  name text not null,
  left_on date,
  -- the membership that the person chose last, where there are several
  chosen_at timestamptz,
  unique (agency_id, tenant_id, object_id)
);
create index worker_by_person on worker (tenant_id, object_id);

create table worker_role (
  agency_id int not null references agency (id),
  worker_id uuid not null references worker (id),
  role text not null,
  granted_on date not null,
  ended_on date,
  primary key (agency_id, worker_id, role, granted_on)
);

-- Private: the placing agency's own people only.
create table child (
  id uuid primary key,
  agency_id int not null references agency (id),
  reference text not null unique,
  version int not null default 1,
  -- encrypted under the child's own data key (child_key): bytes of field-encryption.ts
  name_enc bytea,
  local_ref_enc bytea,
  born_enc bytea,
  -- HMAC of agency and local reference: finds the row again at the next import
  local_ref_hash bytea,
  sex text check (sex in ('female', 'male')),
  ethnicity text,
  disability boolean,
  entered_care date,
  adm_decision date,
  placement_order date,
  early_permanence date,
  matched date,
  placed date,
  adoption_order date,
  plan_ended date,
  plan_ended_reason text check (plan_ended_reason in ('RD1', 'RD2', 'RD3', 'RD4')),
  sibling_group uuid,
  -- together, apart, undecided
  sibling_plan text check (sibling_plan in ('together', 'apart', 'undecided')),
  -- the worker to ask about this child
  worker_id uuid references worker (id),
  next_step text,
  next_step_due date,
  changed_at timestamptz not null,
  unique (agency_id, local_ref_hash)
);
create index child_by_group on child (agency_id, sibling_group) where sibling_group is not null;

-- The child's own data key, wrapped by FIELD_KEY; destroying this row makes the child's encrypted fields unreadable for good.
create table child_key (
  child_id uuid primary key references child (id),
  agency_id int not null references agency (id),
  wrapped bytea not null
);

create table child_need (
  agency_id int not null references agency (id),
  child_id uuid not null references child (id),
  category text not null,
  grade text not null check (grade in ('some', 'significant', 'unknown')),
  primary key (agency_id, child_id, category)
);

-- Shared: what partner agencies may read, written in the same transaction as the private row, from it.
-- No row at all before the date from which the agency shares (design 3.7).
create table child_shared (
  child_id uuid primary key references child (id),
  agency_id int not null references agency (id),
  partnership_id int not null references partnership (id),
  reference text not null unique,
  age_years int,
  age_band text not null,
  sex text check (sex in ('female', 'male')),
  sibling_count int not null default 0,
  sibling_plan text,
  stage text not null,
  -- counted from these days; shown only as numbers of days and bands
  waiting_from date not null,
  adm_on date,
  order_on date,
  is_waiting boolean not null,
  ethnicity_group text,
  disability boolean,
  harder_to_place text[] not null default '{}',
  need_categories text[] not null default '{}',
  need_grades jsonb not null default '{}',
  routes text[] not null default '{}',
  next_step text,
  next_step_whose text,
  worker_name text,
  changed_at timestamptz not null
);
create index child_shared_waiting on child_shared (partnership_id, waiting_from, reference) where is_waiting;
create index child_shared_facts on child_shared (partnership_id, agency_id, age_band, stage, sex, sibling_count, waiting_from) where is_waiting;

-- Where posts go: learnt from the bot's own installation and conversation events.
create table conversation (
  id text not null,
  agency_id int not null references agency (id),
  -- personal: one person and the bot; agency: an agency's own channel; regional: a channel that colleagues of other agencies read
  kind text not null check (kind in ('personal', 'group', 'agency', 'regional')),
  name text not null,
  tenant_id uuid not null,
  service_url text not null,
  -- personal conversations: whose
  worker_id uuid references worker (id),
  state text not null default 'open' check (state in ('open', 'unreachable')),
  primary key (agency_id, id)
);

create table post (
  id uuid primary key,
  agency_id int not null references agency (id),
  author_id uuid not null references worker (id),
  conversation_id text not null,
  -- one command may post to several copies of the regional channel: they share the group
  post_group uuid not null,
  subject_type text not null check (subject_type in ('child')),
  subject_id uuid not null,
  subject_reference text not null,
  subject_agency_id int not null references agency (id),
  legal_status text not null,
  content_hash text not null,
  readers_hash text not null,
  state text not null check (state in ('to-be-sent', 'sent', 'to-be-updated', 'refused', 'unreachable')),
  activity_id text,
  reason text,
  version int not null default 1,
  requested_at timestamptz not null,
  sent_at timestamptz,
  updated_at timestamptz
);
create index post_by_subject on post (subject_agency_id, subject_id);

create table meeting (
  id uuid primary key,
  agency_id int not null references agency (id),
  reference text not null unique,
  version int not null default 1,
  kind text not null check (kind in ('tracking')),
  -- local wall-clock time in Europe/London, so that the hour holds across clock changes
  first_on date not null,
  starts_at text not null check (starts_at ~ '^[0-2][0-9]:[0-5][0-9]$'),
  minutes int not null check (minutes between 15 and 480),
  every_weeks int not null check (every_weeks between 1 and 8),
  weekday text not null,
  organiser_id uuid not null references worker (id),
  state text not null check (state in ('to-be-booked', 'to-be-retried', 'booked', 'refused')),
  event_id text,
  join_url text,
  problem text,
  requested_at timestamptz not null,
  booked_at timestamptz
);

create table job (
  id uuid primary key,
  agency_id int not null references agency (id),
  kind text not null,
  -- rows of one queue run one after the other, oldest first (a conversation, a mailbox)
  queue text,
  -- ids only
  payload jsonb not null,
  run_at timestamptz not null,
  attempts int not null default 0,
  locked_until timestamptz,
  problem text,
  state text not null default 'open' check (state in ('open', 'done', 'failed'))
);
create index job_open on job (run_at, id) where state = 'open';
create index job_queue on job (queue, id) where state = 'open';

create table idempotency (
  agency_id int not null references agency (id),
  worker_id uuid not null,
  key text not null,
  -- the command that it was used for: the same key for another one is a mistake
  verb text not null,
  subjects text[] not null default '{}',
  -- the answer given the first time; ids and view-free facts only
  answer jsonb,
  at timestamptz not null,
  primary key (agency_id, worker_id, key)
);

create table audit (
  id uuid primary key,
  -- the actor's agency and the agency whose record it is about
  agency_id int not null references agency (id),
  subject_agency_id int not null references agency (id),
  at timestamptz not null,
  -- a worker, or null for a named job
  worker_id uuid,
  actor text not null,
  verb text not null,
  outcome text not null check (outcome in ('done', 'refused')),
  -- references or ids, never content
  subjects text[] not null default '{}',
  reason text,
  automatic boolean not null default false
);
create index audit_by_subject on audit using gin (subjects);
create index audit_by_time on audit (at, id);

create table audit_seal (
  seq bigint primary key,
  audit_id uuid not null unique,
  seal bytea not null
);

-- ---------------------------------------------------------------- the second wall
-- current_setting gives '' after a transaction that set it has ended: nullif, so that no agency is no row.

grant select on partnership, agency to ff_app, ff_sign_in, ff_dispatch, ff_seal, ff_break_glass;

alter table worker enable row level security;
alter table worker force row level security;
create policy worker_own on worker to ff_app using (agency_id = nullif(current_setting('app.agency', true), '')::int) with check (agency_id = nullif(current_setting('app.agency', true), '')::int);
create policy worker_sign_in on worker for select to ff_sign_in using (true);
create policy worker_choose on worker for update to ff_sign_in using (true) with check (true);
grant select, insert, update on worker to ff_app;
grant select on worker to ff_sign_in;
grant update (chosen_at) on worker to ff_sign_in;

alter table worker_role enable row level security;
alter table worker_role force row level security;
create policy worker_role_own on worker_role to ff_app using (agency_id = nullif(current_setting('app.agency', true), '')::int) with check (agency_id = nullif(current_setting('app.agency', true), '')::int);
create policy worker_role_sign_in on worker_role for select to ff_sign_in using (true);
grant select, insert, update on worker_role to ff_app;
grant select on worker_role to ff_sign_in;

alter table child enable row level security;
alter table child force row level security;
create policy child_own on child to ff_app using (agency_id = nullif(current_setting('app.agency', true), '')::int) with check (agency_id = nullif(current_setting('app.agency', true), '')::int);
create policy child_break_glass on child for select to ff_break_glass using (agency_id = nullif(current_setting('app.agency', true), '')::int and id = nullif(current_setting('app.record', true), '')::uuid);
grant select, insert, update on child to ff_app;
grant select on child to ff_break_glass;

alter table child_key enable row level security;
alter table child_key force row level security;
create policy child_key_own on child_key to ff_app using (agency_id = nullif(current_setting('app.agency', true), '')::int) with check (agency_id = nullif(current_setting('app.agency', true), '')::int);
create policy child_key_break_glass on child_key for select to ff_break_glass using (agency_id = nullif(current_setting('app.agency', true), '')::int and child_id = nullif(current_setting('app.record', true), '')::uuid);
grant select, insert on child_key to ff_app;
grant select on child_key to ff_break_glass;

alter table child_need enable row level security;
alter table child_need force row level security;
create policy child_need_own on child_need to ff_app using (agency_id = nullif(current_setting('app.agency', true), '')::int) with check (agency_id = nullif(current_setting('app.agency', true), '')::int);
create policy child_need_break_glass on child_need for select to ff_break_glass using (agency_id = nullif(current_setting('app.agency', true), '')::int and child_id = nullif(current_setting('app.record', true), '')::uuid);
grant select, insert, update, delete on child_need to ff_app;
grant select on child_need to ff_break_glass;

alter table child_shared enable row level security;
alter table child_shared force row level security;
create policy child_shared_read on child_shared for select to ff_app using (partnership_id = nullif(current_setting('app.partnership', true), '')::int);
create policy child_shared_write on child_shared for insert to ff_app with check (agency_id = nullif(current_setting('app.agency', true), '')::int and partnership_id = nullif(current_setting('app.partnership', true), '')::int);
create policy child_shared_change on child_shared for update to ff_app using (agency_id = nullif(current_setting('app.agency', true), '')::int) with check (agency_id = nullif(current_setting('app.agency', true), '')::int and partnership_id = nullif(current_setting('app.partnership', true), '')::int);
create policy child_shared_remove on child_shared for delete to ff_app using (agency_id = nullif(current_setting('app.agency', true), '')::int);
grant select, insert, update, delete on child_shared to ff_app;

alter table conversation enable row level security;
alter table conversation force row level security;
create policy conversation_own on conversation to ff_app using (agency_id = nullif(current_setting('app.agency', true), '')::int) with check (agency_id = nullif(current_setting('app.agency', true), '')::int);
grant select, insert, update on conversation to ff_app;

alter table post enable row level security;
alter table post force row level security;
create policy post_read on post for select to ff_app using (agency_id = nullif(current_setting('app.agency', true), '')::int or subject_agency_id = nullif(current_setting('app.agency', true), '')::int);
create policy post_write on post for insert to ff_app with check (agency_id = nullif(current_setting('app.agency', true), '')::int);
create policy post_change on post for update to ff_app using (agency_id = nullif(current_setting('app.agency', true), '')::int or subject_agency_id = nullif(current_setting('app.agency', true), '')::int) with check (agency_id = nullif(current_setting('app.agency', true), '')::int or subject_agency_id = nullif(current_setting('app.agency', true), '')::int);
grant select, insert, update on post to ff_app;

alter table meeting enable row level security;
alter table meeting force row level security;
create policy meeting_own on meeting to ff_app using (agency_id = nullif(current_setting('app.agency', true), '')::int) with check (agency_id = nullif(current_setting('app.agency', true), '')::int);
grant select, insert, update on meeting to ff_app;

alter table job enable row level security;
alter table job force row level security;
create policy job_own on job to ff_app using (agency_id = nullif(current_setting('app.agency', true), '')::int) with check (agency_id = nullif(current_setting('app.agency', true), '')::int);
create policy job_dispatch on job to ff_dispatch using (true) with check (true);
grant select, insert on job to ff_app;
grant select, update on job to ff_dispatch;

alter table idempotency enable row level security;
alter table idempotency force row level security;
create policy idempotency_own on idempotency to ff_app using (agency_id = nullif(current_setting('app.agency', true), '')::int) with check (agency_id = nullif(current_setting('app.agency', true), '')::int);
grant select, insert, update on idempotency to ff_app;

alter table audit enable row level security;
alter table audit force row level security;
create policy audit_read on audit for select to ff_app using (agency_id = nullif(current_setting('app.agency', true), '')::int or subject_agency_id = nullif(current_setting('app.agency', true), '')::int);
create policy audit_write on audit for insert to ff_app with check (agency_id = nullif(current_setting('app.agency', true), '')::int);
create policy audit_seal_read on audit for select to ff_seal using (true);
create policy audit_break_glass on audit for insert to ff_break_glass with check (true);
grant select, insert on audit to ff_app;
grant select on audit to ff_seal;
grant insert on audit to ff_break_glass;

alter table audit_seal enable row level security;
alter table audit_seal force row level security;
create policy audit_seal_all on audit_seal for select to ff_seal using (true);
create policy audit_seal_add on audit_seal for insert to ff_seal with check (true);
grant select, insert on audit_seal to ff_seal;
