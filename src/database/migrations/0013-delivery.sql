-- When the last try began that may have reached the channel. Written before the card leaves, so that whoever comes after a crash or a
-- lost answer knows that it must look before it sends again; empty when the channel certainly took nothing.
alter table post add column attempted_at timestamptz;
grant update (attempted_at) on post to ff_app;

-- The Microsoft 365 group of the team that a channel belongs to: Graph reads the channel's messages by it.
alter table conversation add column team_group_id uuid;

-- How far a place's right to send is used up: one moment (milliseconds since 1970) for each of the limits of src/posts/pace.ts. A place
-- is a conversation, or `tenant` for everything that the agency's tenant is sent. No policy lets another agency near it.
create table send_pace (
  agency_id int not null references agency (id),
  place text not null,
  used_until float8[] not null default '{}',
  primary key (agency_id, place)
);
alter table send_pace enable row level security;
alter table send_pace force row level security;
create policy send_pace_own on send_pace to ff_app using (agency_id = nullif(current_setting('app.agency', true), '')::int) with check (agency_id = nullif(current_setting('app.agency', true), '')::int);
grant select, insert, update on send_pace to ff_app;
