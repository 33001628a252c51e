import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: coupons of members are told to others, each telling above the one before; which promotion issued and took one is kept from now on.
 * Codes that are nobody's stay as small as they were. Lock: columns without values, at once. Checked: the migrations test compares tables
 * with entities.
 */
export class TellCoupons1795000041100 implements MigrationInterface {
  name = 'TellCoupons1795000041100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table coupon add column revision integer, add column promotion_id text;
      alter table coupon_use add column taker_ids text[];
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table coupon_use drop column taker_ids;
      alter table coupon drop column promotion_id, drop column revision;
    `);
  }
}
