// Why: the functions of the books live in a schema of their own, written anew from db/functions whenever one changes; a database
// that had them in `public` loses those. Lock: none. Checked by: db/migrations.int.test.ts.
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Clears `public` of functions; the triggers' own stays. */
export class KeepFunctionsApart1795000000400 implements MigrationInterface {
  name = 'KeepFunctionsApart1795000000400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      do $$
      declare
        v_name text;
      begin
        for v_name in
          select p.oid::regprocedure from pg_proc p
          where p.pronamespace = 'public'::regnamespace and p.proname <> 'refuse_change'
            and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')
        loop
          execute format('drop function %s', v_name);
        end loop;
      end $$
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    // They stand on the tables' row types.
    await runner.query('drop schema if exists books cascade');
  }
}
