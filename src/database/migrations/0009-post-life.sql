-- The whole life of a post: what for, who confirmed it and as what, who could read it then, that it was withdrawn or deleted and by
-- whom. A post may also be a list of children, so what it is about becomes a list; one element for a child's own card.

alter table post
  add column subject_children jsonb,
  -- the same, for the index and for the policies, which hold no subquery
  add column subject_ids uuid[],
  add column subject_agencies int[],
  -- of a list: what it was narrowed to, and that in words
  add column subject_filter jsonb,
  -- of a notice to a manager: what it says
  add column subject_words text,
  add column purpose text not null default 'family-finding' check (purpose in ('family-finding', 'regional-meeting', 'event', 'notice')),
  -- agencies and counts as they were shown to the person who confirmed
  add column readers jsonb not null default '[]',
  -- the roles in which the author confirmed it for the agency (Adoption and Children Act 2002 s123: by or on behalf of an adoption agency)
  add column author_roles text[] not null default '{}',
  add column withdrawn_at timestamptz,
  -- null where the app withdrew it because nobody waits any more
  add column withdrawn_by text,
  add column withdrawn_because text check (withdrawn_because in ('mistake', 'facts-changed', 'agency-asked', 'no-longer-needed', 'wrong-readers')),
  -- replace: the card says that it was withdrawn; delete: the message goes
  add column withdrawn_how text check (withdrawn_how in ('replace', 'delete'));

update post set
  subject_children = jsonb_build_array(jsonb_build_object('childId', subject_id, 'agencyId', subject_agency_id, 'reference', subject_reference, 'legalStatus', legal_status)),
  subject_ids = array[subject_id],
  subject_agencies = array[subject_agency_id];

drop policy post_read on post;
drop policy post_change on post;
drop index post_by_subject;
alter table post
  alter column subject_children set not null,
  alter column subject_ids set not null,
  alter column subject_agencies set not null,
  drop constraint post_subject_type_check,
  drop constraint post_state_check,
  drop column subject_id,
  drop column subject_reference,
  drop column subject_agency_id,
  drop column legal_status;
alter table post
  add constraint post_subject_type_check check (subject_type in ('child', 'list', 'notice')),
  add constraint post_state_check check (state in ('to-be-sent', 'sent', 'to-be-updated', 'to-be-withdrawn', 'withdrawn', 'deleted', 'refused', 'unreachable'));
create index post_about on post using gin (subject_ids);
create index post_newest on post (agency_id, requested_at desc, id desc);

create policy post_read on post for select to ff_app using (
  agency_id = nullif(current_setting('app.agency', true), '')::int or nullif(current_setting('app.agency', true), '')::int = any (subject_agencies)
);
create policy post_change on post for update to ff_app using (
  agency_id = nullif(current_setting('app.agency', true), '')::int or nullif(current_setting('app.agency', true), '')::int = any (subject_agencies)
) with check (
  agency_id = nullif(current_setting('app.agency', true), '')::int or nullif(current_setting('app.agency', true), '')::int = any (subject_agencies)
);
grant update (withdrawn_at, withdrawn_by, withdrawn_because, withdrawn_how) on post to ff_app;

-- What a meeting said of a posted card. Every partner reads it, because it stands on the card; only the one who says it writes it.
create table card_review (
  id uuid primary key,
  agency_id int not null references agency (id),
  partnership_id int not null references partnership (id),
  child_id uuid not null references child (id),
  child_agency_id int not null references agency (id),
  reference text not null,
  on_day date not null,
  outcome text not null check (outcome in ('link-to-explore', 'keep-looking', 'widen-the-search', 'more-to-be-known')),
  worker_id uuid not null references worker (id),
  reviewed_by text not null,
  at timestamptz not null
);
create index card_review_newest on card_review (child_id, at desc, id desc);
alter table card_review enable row level security;
alter table card_review force row level security;
create policy card_review_read on card_review for select to ff_app using (partnership_id = nullif(current_setting('app.partnership', true), '')::int);
create policy card_review_add on card_review for insert to ff_app with check (agency_id = nullif(current_setting('app.agency', true), '')::int and partnership_id = nullif(current_setting('app.partnership', true), '')::int);
grant select, insert on card_review to ff_app;
