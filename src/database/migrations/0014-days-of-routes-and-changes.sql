-- Each route by which a family is looked for has the first day on which it was used, by its name; null where it was used and nobody
-- recorded the day. A short list of one child that is read and written with it, therefore a column and no table. Link Maker's day is
-- the child's profile_live. Partners go on reading names only (child_shared.routes).
alter table child add column route_dates jsonb not null default '{}';
update child set route_dates = (select jsonb_object_agg(name, null) from unnest(routes) name) where cardinality(routes) > 0;
alter table child drop column routes;

-- The days that a change replaced, beside their names: private as the dates of the child themselves, which are plain, too. Older rows
-- and whatever is encrypted have none.
alter table child_change add column days jsonb not null default '[]';

-- When the wait of a shared child ended: the days that partners read stop there.
alter table child_shared add column wait_ended_on date;
update child_shared s set wait_ended_on = least(c.matched, c.placed, c.adoption_order, c.plan_ended) from child c where c.id = s.child_id;
