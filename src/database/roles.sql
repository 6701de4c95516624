-- Cluster-wide roles, none of which can log in or own anything. Made once; making them again changes nothing.
do $$
declare wanted text;
begin
  foreach wanted in array array['ff_app', 'ff_sign_in', 'ff_dispatch', 'ff_seal', 'ff_break_glass', 'ff_purge'] loop
    if not exists (select from pg_roles where rolname = wanted) then
      execute format('create role %I nologin nosuperuser nocreatedb nocreaterole nobypassrls noinherit', wanted);
    end if;
    execute format('grant %I to current_user', wanted);
  end loop;
end $$;
