import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: children and declared attributes are facts that promotions ask for. Children that files brought as a text become a list.
 * Lock: the member table while rows with children are rewritten, about ten seconds for a million. Checked by: migrations.int.test.ts.
 */
export class KeepChildren1795000020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table member add column children jsonb not null default '[]'`);
    await runner.query(`
      update member set revision = revision + 1, attributes = attributes - 'children', children = (
        select jsonb_agg(jsonb_build_object('birthDate', split_part(child, ':', 1), 'name', null, 'gender',
          case lower(split_part(child, ':', 2)) when 'f' then 'FEMALE' when 'm' then 'MALE' end))
        from unnest(string_to_array(attributes ->> 'children', ';')) as child)
      where attributes ->> 'children' <> ''`);
    await runner.query(`
      create table declared_attribute (
        key text collate "C" primary key,
        revision integer not null,
        type text not null check (type in ('TEXT', 'NUMBER', 'DATE', 'FLAG')),
        name_ru text not null,
        name_kk text not null,
        name_en text not null,
        retired boolean not null
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table declared_attribute');
    await runner.query('alter table member drop column children');
  }
}
