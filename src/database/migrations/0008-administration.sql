-- A job that there may be one of only: two processes that plan the same night's work at once leave one row.
alter table job add column once text;
create unique index job_once on job (agency_id, kind, once) where once is not null;

-- An agency's administrator changes from when its own agency shares, and nothing else of any agency. The list of agencies stays
-- readable to all; the owner, who registers agencies, is not held.
alter table agency enable row level security;
create policy agency_read on agency for select to ff_app, ff_sign_in, ff_dispatch, ff_seal, ff_break_glass using (true);
create policy agency_change on agency for update to ff_app using (id = nullif(current_setting('app.agency', true), '')::int) with check (id = nullif(current_setting('app.agency', true), '')::int);
grant update (shares_from) on agency to ff_app;

-- Who decided from when what may leave the agency, and why (Adoption and Children Act 2002 s123).
create table sharing_change (
  id uuid primary key,
  agency_id int not null references agency (id),
  at timestamptz not null,
  worker_id uuid not null references worker (id),
  was text not null check (was in ('adm-decision', 'placement-order')),
  became text not null check (became in ('adm-decision', 'placement-order')),
  reason text not null
);
create index sharing_change_newest on sharing_change (agency_id, at desc, id desc);
alter table sharing_change enable row level security;
alter table sharing_change force row level security;
create policy sharing_change_own on sharing_change for select to ff_app using (agency_id = nullif(current_setting('app.agency', true), '')::int);
create policy sharing_change_add on sharing_change for insert to ff_app with check (agency_id = nullif(current_setting('app.agency', true), '')::int);
grant select, insert on sharing_change to ff_app;

-- What the audit is searched by, newest first: one agency's rows from either side, and one person's.
create index audit_newest on audit (agency_id, at desc, id desc);
create index audit_about_us on audit (subject_agency_id, at desc, id desc);
create index audit_by_worker on audit (agency_id, worker_id, at desc, id desc);
