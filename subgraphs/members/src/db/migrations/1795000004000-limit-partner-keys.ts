import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: a partner's rate is its own; the gateway's default serves those who have none.
 * Lock: partner_key for an instant. Checked by: migrations.int.test.ts.
 */
export class LimitPartnerKeys1795000004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table partner_key add column requests_per_minute integer');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table partner_key drop column requests_per_minute');
  }
}
