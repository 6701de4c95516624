-- Each route by which a family is looked for has the first day on which it was used, by its name; null where it was used and nobody
-- recorded the day. A short list of one child that is read and written with it, therefore a column and no table. Link Maker's day is
-- the child's profile_live. Partners go on reading names only (child_shared.routes).
alter table child add column route_dates jsonb not null default '{}';
update child set route_dates = (select jsonb_object_agg(name, null) from unnest(routes) name) where cardinality(routes) > 0;
alter table child drop column routes;
