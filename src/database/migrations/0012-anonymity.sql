-- Words that must not stand in a text about a child: its names, its places, its school. Kept as keyed hashes of the child only.
create table child_stop_word (
  agency_id int not null references agency (id),
  child_id uuid not null references child (id),
  hash bytea not null check (octet_length(hash) = 32),
  kind text not null check (kind in ('name', 'place', 'school')),
  -- one entered word or phrase is kept as several hashes: whole, and each of its own words
  entry uuid not null,
  at timestamptz not null,
  primary key (agency_id, child_id, hash)
);
alter table child_stop_word enable row level security;
alter table child_stop_word force row level security;
create policy child_stop_word_own on child_stop_word to ff_app using (agency_id = nullif(current_setting('app.agency', true), '')::int) with check (agency_id = nullif(current_setting('app.agency', true), '')::int);
grant select, insert, delete on child_stop_word to ff_app;

-- A free text on its way out: with its author until it passes, or until a second authorised person overrides.
create table checked_text (
  id uuid primary key,
  agency_id int not null references agency (id),
  version int not null default 1,
  author_id uuid not null references worker (id),
  author_name text not null,
  -- a child of this agency: the text is encrypted under that child's own data key, and is gone with it
  subject_id uuid references child (id),
  subject_reference text,
  subject_agency_id int not null references agency (id),
  purpose text not null check (purpose in ('profile', 'update', 'minutes', 'feedback', 'event', 'message')),
  -- a text about no child of this agency has a key of its own, wrapped by FIELD_KEY
  wrapped bytea,
  text_enc bytea not null,
  content_hash bytea not null,
  state text not null check (state in ('draft', 'waiting-for-override', 'passed', 'overridden')),
  overridden_by uuid references worker (id),
  reason_enc bytea,
  written_at timestamptz not null,
  changed_at timestamptz not null,
  check ((subject_id is null) = (wrapped is not null)),
  check ((state = 'overridden') = (overridden_by is not null and reason_enc is not null)),
  -- never the author
  check (overridden_by is null or overridden_by <> author_id)
);
create index checked_text_open on checked_text (agency_id, changed_at, id) where state in ('draft', 'waiting-for-override');
alter table checked_text enable row level security;
alter table checked_text force row level security;
create policy checked_text_own on checked_text to ff_app using (agency_id = nullif(current_setting('app.agency', true), '')::int) with check (agency_id = nullif(current_setting('app.agency', true), '')::int);
grant select, insert, delete on checked_text to ff_app;
grant update (version, text_enc, content_hash, state, overridden_by, reason_enc, changed_at) on checked_text to ff_app;
