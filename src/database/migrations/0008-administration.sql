-- A job that there may be one of only: two processes that plan the same night's work at once leave one row.
alter table job add column once text;
create unique index job_once on job (agency_id, kind, once) where once is not null;
