-- Who oversees reading: alerts on unusual reading, and records that a manager of a partner agency opens in an emergency.

-- One person read unusually much. It holds counts and no child: which records they were, the audit says.
create table reading_alert (
  id uuid primary key,
  agency_id int not null references agency (id),
  worker_id uuid not null references worker (id),
  worker_name text not null,
  kind text not null check (kind in ('many-children', 'outside-caseload')),
  -- the first and the last reading that is counted
  from_at timestamptz not null,
  until_at timestamptz not null check (until_at >= from_at),
  children int not null check (children > 0),
  -- the setting that was reached
  threshold int not null,
  state text not null default 'open' check (state in ('open', 'acknowledged')),
  -- never the person whom it is about
  acknowledged_by uuid references worker (id) check (acknowledged_by <> worker_id),
  acknowledged_name text,
  acknowledged_at timestamptz,
  note text,
  check ((state = 'acknowledged') = (acknowledged_by is not null and acknowledged_name is not null and acknowledged_at is not null and note is not null)),
  -- found again after a crash, it is the same
  unique (agency_id, worker_id, kind, from_at)
);
create index reading_alert_newest on reading_alert (agency_id, state, from_at desc, id desc);
alter table reading_alert enable row level security;
alter table reading_alert force row level security;
create policy reading_alert_own on reading_alert to ff_app using (agency_id = nullif(current_setting('app.agency', true), '')::int) with check (agency_id = nullif(current_setting('app.agency', true), '')::int);
grant select, insert on reading_alert to ff_app;
grant update (until_at, children, state, acknowledged_by, acknowledged_name, acknowledged_at, note) on reading_alert to ff_app;

-- Up to when an agency's readings were looked at.
create table reading_watch (
  agency_id int primary key references agency (id),
  watched_until timestamptz not null
);
alter table reading_watch enable row level security;
alter table reading_watch force row level security;
create policy reading_watch_own on reading_watch to ff_app using (agency_id = nullif(current_setting('app.agency', true), '')::int) with check (agency_id = nullif(current_setting('app.agency', true), '')::int);
grant select, insert on reading_watch to ff_app;
grant update (watched_until) on reading_watch to ff_app;

-- A manager of one agency opens one record of another, for a stated reason and a short time. Both agencies see the row; only the asking
-- one writes it, and nobody changes it. The child may be purged while the row stays: no foreign key.
create table break_glass_grant (
  id uuid primary key,
  agency_id int not null references agency (id),
  owner_agency_id int not null references agency (id) check (owner_agency_id <> agency_id),
  child_id uuid not null,
  reference text not null,
  worker_id uuid not null references worker (id),
  worker_name text not null,
  reason text not null,
  sentence text not null check (sentence <> ''),
  granted_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > granted_at)
);
create index break_glass_grant_of_worker on break_glass_grant (agency_id, worker_id, child_id, expires_at desc);
alter table break_glass_grant enable row level security;
alter table break_glass_grant force row level security;
create policy break_glass_grant_read on break_glass_grant for select to ff_app using (agency_id = nullif(current_setting('app.agency', true), '')::int or owner_agency_id = nullif(current_setting('app.agency', true), '')::int);
create policy break_glass_grant_add on break_glass_grant for insert to ff_app with check (agency_id = nullif(current_setting('app.agency', true), '')::int);
grant select, insert on break_glass_grant to ff_app;

-- Each of the two agencies is told by a row of its own, and acknowledges its own.
create table break_glass_notice (
  id uuid primary key,
  -- who is told, and whose transaction tells
  agency_id int not null references agency (id),
  from_agency_id int not null references agency (id),
  grant_id uuid not null references break_glass_grant (id),
  at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'acknowledged')),
  acknowledged_by uuid references worker (id),
  acknowledged_name text,
  acknowledged_at timestamptz,
  check ((state = 'acknowledged') = (acknowledged_by is not null and acknowledged_name is not null and acknowledged_at is not null)),
  unique (agency_id, grant_id)
);
create index break_glass_notice_newest on break_glass_notice (agency_id, state, at desc, id desc);
alter table break_glass_notice enable row level security;
alter table break_glass_notice force row level security;
create policy break_glass_notice_read on break_glass_notice for select to ff_app using (agency_id = nullif(current_setting('app.agency', true), '')::int);
create policy break_glass_notice_add on break_glass_notice for insert to ff_app with check (from_agency_id = nullif(current_setting('app.agency', true), '')::int);
create policy break_glass_notice_change on break_glass_notice for update to ff_app using (agency_id = nullif(current_setting('app.agency', true), '')::int) with check (agency_id = nullif(current_setting('app.agency', true), '')::int);
grant select, insert on break_glass_notice to ff_app;
grant update (state, acknowledged_by, acknowledged_name, acknowledged_at) on break_glass_notice to ff_app;

-- The break-glass role. Its policies open the one record that app.record names. That setting is made by the database from a grant that
-- still runs, in the first statement of the transaction (scoped-database.ts), and the role sees the grants of the owner's scope for that:
-- a policy itself may hold no subquery. Beside the record the role reads who works on it, by name, and whether it is shared.
create policy break_glass_grant_glass on break_glass_grant for select to ff_break_glass using (owner_agency_id = nullif(current_setting('app.agency', true), '')::int);
grant select (id, owner_agency_id, child_id, expires_at) on break_glass_grant to ff_break_glass;
create policy worker_break_glass on worker for select to ff_break_glass using (agency_id = nullif(current_setting('app.agency', true), '')::int);
grant select (id, name) on worker to ff_break_glass;
create policy child_shared_break_glass on child_shared for select to ff_break_glass using (agency_id = nullif(current_setting('app.agency', true), '')::int and child_id = nullif(current_setting('app.record', true), '')::uuid);
grant select (child_id) on child_shared to ff_break_glass;
-- What it writes into the audit is about the owner's record and about nobody else's.
drop policy audit_break_glass on audit;
create policy audit_break_glass on audit for insert to ff_break_glass with check (subject_agency_id = nullif(current_setting('app.agency', true), '')::int);
