-- Why a partner's manager opened a record is written in a sentence, which may say something of the child: it goes with the record. The
-- notices of it belong to two agencies, and follow their grant.
alter table break_glass_notice
  drop constraint break_glass_notice_grant_id_fkey,
  add constraint break_glass_notice_grant_id_fkey foreign key (grant_id) references break_glass_grant (id) on delete cascade;
create policy break_glass_grant_purge on break_glass_grant to ff_purge using (owner_agency_id = nullif(current_setting('app.agency', true), '')::int and child_id = nullif(current_setting('app.record', true), '')::uuid);
grant select (child_id, owner_agency_id), delete on break_glass_grant to ff_purge;

-- Texts about the child, and the words to stop.
create policy checked_text_purge on checked_text to ff_purge using (agency_id = nullif(current_setting('app.agency', true), '')::int and subject_id = nullif(current_setting('app.record', true), '')::uuid);
grant select (subject_id, agency_id), delete on checked_text to ff_purge;
create policy child_stop_word_purge on child_stop_word to ff_purge using (agency_id = nullif(current_setting('app.agency', true), '')::int and child_id = nullif(current_setting('app.record', true), '')::uuid);
grant select (child_id, agency_id), delete on child_stop_word to ff_purge;
