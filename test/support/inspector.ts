import { sql } from 'kysely'
import type { Database } from '../../src/database/database.ts'
import type { Transaction } from '../../src/database/transaction.ts'

/**
 * Lets a test look behind the walls. On a server the owner of the tables is bound by their policies as everybody is, and the tests' login
 * is no superuser: so the tests have a role that the app does not know, which every policy lets pass.
 */
export const addInspector = (database: Database): Promise<void> =>
  database.asOwner(async (trx) => {
    await sql`
      do $$
      declare one record;
      begin
        if not exists (select from pg_roles where rolname = 'test_inspector') then create role test_inspector nologin; end if;
        execute 'grant test_inspector to current_user';
        for one in select tablename as name, rowsecurity as walled from pg_tables where schemaname = 'public' loop
          execute format('grant all on %I to test_inspector', one.name);
          if one.walled then execute format('create policy inspector on %I to test_inspector using (true) with check (true)', one.name); end if;
        end loop;
      end $$`.execute(trx)
  })

/** For what a test wants to find in the tables afterwards, or to change in them by hand. */
export const asInspector = <T>(database: Database, work: (trx: Transaction) => Promise<T>): Promise<T> =>
  database.asOwner(async (trx) => {
    await sql`set local role test_inspector`.execute(trx)
    return work(trx)
  })
