-- How long the working copy is kept, who holds a record back, what was handed to the agency's own record, and what was erased.

-- Children whose order is made or whose plan ended: the only ones whose time can run out.
create index child_over on child (agency_id, reference) where not is_open;

-- A hold keeps a record, whatever the time; several may lie on one child, each with a reason of its own. A lifted one stays.
create table retention_hold (
  id uuid primary key,
  agency_id int not null references agency (id),
  child_id uuid not null references child (id),
  -- as in retention-kinds.ts
  reason text not null check (reason ~ '^[a-z-]{1,40}$'),
  set_by uuid not null references worker (id),
  set_at timestamptz not null,
  lifted_by uuid references worker (id),
  lifted_at timestamptz,
  check ((lifted_by is null) = (lifted_at is null))
);
create unique index retention_hold_once on retention_hold (agency_id, child_id, reason) where lifted_at is null;
create index retention_hold_by_child on retention_hold (agency_id, child_id, set_at);

-- An export of all that the register keeps about a child: no content, its fingerprints only.
create table record_export (
  id uuid primary key,
  agency_id int not null references agency (id),
  child_id uuid not null references child (id),
  -- SHA-256 of the file as it was handed out: the receipt number
  receipt text not null check (receipt ~ '^[0-9a-f]{64}$'),
  -- SHA-256 of the record in it: tells whether anything changed since
  record_hash text not null check (record_hash ~ '^[0-9a-f]{64}$'),
  made_by uuid not null references worker (id),
  made_at timestamptz not null,
  filed_by uuid references worker (id),
  filed_at timestamptz,
  -- where it lies in the agency's own record, encrypted under the child's own key
  filed_as_enc bytea,
  check ((filed_by is null) = (filed_at is null) and (filed_by is null) = (filed_as_enc is null)),
  unique (agency_id, child_id, receipt)
);
create index record_export_by_child on record_export (agency_id, child_id, made_at desc);

-- Somebody asked for a purge; the job of this row does it, or says why not.
create table purge_request (
  id uuid primary key,
  agency_id int not null references agency (id),
  child_id uuid not null references child (id),
  requested_by uuid not null references worker (id),
  requested_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'refused')),
  -- as in retention-kinds.ts
  problem text check (problem ~ '^[a-z-]{1,40}$'),
  check ((state = 'refused') = (problem is not null))
);
create unique index purge_request_once on purge_request (agency_id, child_id) where state = 'open';
create index purge_request_by_child on purge_request (agency_id, child_id, requested_at desc);

-- What is left of a child whose record was purged: that there was one, when and by whom it was erased, and what was filed before.
create table purged_child (
  child_id uuid primary key,
  agency_id int not null references agency (id),
  reference text not null unique,
  purged_at timestamptz not null,
  -- null where a restored backup was purged again (docs/decisions/0014)
  requested_by uuid references worker (id),
  filed_by uuid references worker (id),
  receipt text
);
create index purged_child_newest on purged_child (agency_id, purged_at desc, child_id);

-- A reference is never given twice, also not by another agency, which cannot see the row above: it answers as one that is taken
-- (child-store: on conflict do nothing), and the app takes another.
create table purged_reference (reference text primary key);
create function reference_was_purged() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if exists (select from public.purged_reference where reference = new.reference) then
    return null;
  end if;
  return new;
end $$;
create trigger child_reference_is_new before insert on child for each row execute function reference_was_purged();

-- ---------------------------------------------------------------- the second wall

alter table retention_hold enable row level security;
alter table retention_hold force row level security;
create policy retention_hold_own on retention_hold to ff_app using (agency_id = nullif(current_setting('app.agency', true), '')::int) with check (agency_id = nullif(current_setting('app.agency', true), '')::int);
grant select, insert on retention_hold to ff_app;
grant update (lifted_by, lifted_at) on retention_hold to ff_app;

alter table record_export enable row level security;
alter table record_export force row level security;
create policy record_export_own on record_export to ff_app using (agency_id = nullif(current_setting('app.agency', true), '')::int) with check (agency_id = nullif(current_setting('app.agency', true), '')::int);
grant select, insert on record_export to ff_app;
grant update (filed_by, filed_at, filed_as_enc) on record_export to ff_app;

alter table purge_request enable row level security;
alter table purge_request force row level security;
create policy purge_request_own on purge_request to ff_app using (agency_id = nullif(current_setting('app.agency', true), '')::int) with check (agency_id = nullif(current_setting('app.agency', true), '')::int);
grant select, insert on purge_request to ff_app;
grant update (state, problem) on purge_request to ff_app;

alter table purged_child enable row level security;
alter table purged_child force row level security;
create policy purged_child_own on purged_child for select to ff_app using (agency_id = nullif(current_setting('app.agency', true), '')::int);
grant select on purged_child to ff_app;

-- Who purges is a role of its own, as who breaks the glass is: it sees one record of one agency, and can do nothing with it but remove
-- it and write its gravestone. What the app may do has not grown.
create policy child_purge on child to ff_purge using (agency_id = nullif(current_setting('app.agency', true), '')::int and id = nullif(current_setting('app.record', true), '')::uuid);
grant select (id, agency_id), delete on child to ff_purge;
create policy child_key_purge on child_key to ff_purge using (agency_id = nullif(current_setting('app.agency', true), '')::int and child_id = nullif(current_setting('app.record', true), '')::uuid);
grant select (child_id, agency_id), delete on child_key to ff_purge;
create policy child_need_purge on child_need to ff_purge using (agency_id = nullif(current_setting('app.agency', true), '')::int and child_id = nullif(current_setting('app.record', true), '')::uuid);
grant select (child_id, agency_id), delete on child_need to ff_purge;
create policy child_change_purge on child_change to ff_purge using (agency_id = nullif(current_setting('app.agency', true), '')::int and child_id = nullif(current_setting('app.record', true), '')::uuid);
grant select (child_id, agency_id), delete on child_change to ff_purge;
create policy child_shared_purge on child_shared to ff_purge using (agency_id = nullif(current_setting('app.agency', true), '')::int and child_id = nullif(current_setting('app.record', true), '')::uuid);
grant select (child_id, agency_id), delete on child_shared to ff_purge;
-- what a partner's people said of a posted card is in their agency's row, and about the open agency's child
create policy card_review_purge on card_review to ff_purge using (child_agency_id = nullif(current_setting('app.agency', true), '')::int and child_id = nullif(current_setting('app.record', true), '')::uuid);
grant select (child_id, child_agency_id), delete on card_review to ff_purge;
create policy retention_hold_purge on retention_hold to ff_purge using (agency_id = nullif(current_setting('app.agency', true), '')::int and child_id = nullif(current_setting('app.record', true), '')::uuid);
grant select (child_id, agency_id), delete on retention_hold to ff_purge;
create policy record_export_purge on record_export to ff_purge using (agency_id = nullif(current_setting('app.agency', true), '')::int and child_id = nullif(current_setting('app.record', true), '')::uuid);
grant select (child_id, agency_id), delete on record_export to ff_purge;
create policy purge_request_purge on purge_request to ff_purge using (agency_id = nullif(current_setting('app.agency', true), '')::int and child_id = nullif(current_setting('app.record', true), '')::uuid);
grant select (child_id, agency_id), delete on purge_request to ff_purge;
create policy purged_child_purge on purged_child for insert to ff_purge with check (agency_id = nullif(current_setting('app.agency', true), '')::int and child_id = nullif(current_setting('app.record', true), '')::uuid);
grant insert on purged_child to ff_purge;
grant insert on purged_reference to ff_purge;
-- A kept key holds a hash of the command, which a guess could be tried on; those that name the child go with it.
create policy idempotency_purge on idempotency to ff_purge using (
  agency_id = nullif(current_setting('app.agency', true), '')::int
  and (subjects @> array[current_setting('app.reference', true)] or answer ->> 'reference' = current_setting('app.reference', true))
);
grant select (agency_id, subjects, answer), delete on idempotency to ff_purge;
