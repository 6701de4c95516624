-- A regional post goes to the copy of the regional channel in every agency's tenant, so each agency lets its partners know
-- where its copy is: an address and a name, no content. The row is written beside the agency's own `conversation` row, in the
-- same transaction, and only by that agency.
create table regional_channel (
  agency_id int not null references agency (id),
  partnership_id int not null references partnership (id),
  conversation_id text not null,
  name text not null,
  tenant_id uuid not null,
  service_url text not null,
  state text not null default 'open' check (state in ('open', 'unreachable')),
  primary key (agency_id, conversation_id)
);
create index regional_channel_open on regional_channel (partnership_id, agency_id, conversation_id) where state = 'open';

alter table regional_channel enable row level security;
alter table regional_channel force row level security;
create policy regional_channel_read on regional_channel for select to ff_app using (partnership_id = nullif(current_setting('app.partnership', true), '')::int);
create policy regional_channel_write on regional_channel for insert to ff_app with check (agency_id = nullif(current_setting('app.agency', true), '')::int and partnership_id = nullif(current_setting('app.partnership', true), '')::int);
create policy regional_channel_change on regional_channel for update to ff_app using (agency_id = nullif(current_setting('app.agency', true), '')::int) with check (agency_id = nullif(current_setting('app.agency', true), '')::int and partnership_id = nullif(current_setting('app.partnership', true), '')::int);
create policy regional_channel_remove on regional_channel for delete to ff_app using (agency_id = nullif(current_setting('app.agency', true), '')::int);
grant select, insert, update, delete on regional_channel to ff_app;

-- A post is read by the author's agency and by the child's agency, and either of them may not see the other's workers and
-- channels: the names that were shown when it was posted are kept with it.
alter table post add column conversation_agency_id int not null references agency (id);
alter table post add column conversation_name text not null;
alter table post add column author_name text not null;
-- Taken for sending until this moment: a second worker keeps its hands off, and after a crash the post is sent when it has passed.
alter table post add column claimed_until timestamptz;

-- All posts of one command share the group, which is the command's idempotency key: a second post of it to the same conversation cannot be.
create unique index post_once on post (agency_id, post_group, conversation_id);
create index post_by_conversation on post (agency_id, conversation_id);
