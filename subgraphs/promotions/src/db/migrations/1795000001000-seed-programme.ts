import { ProgrammeChanged, sealEvent } from '@adal/events';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Why: a programme must earn and pay from its first day, and the ledger must hear by which rules: 5 % earned, up to 30 % of
 * a line payable, to the hundredth of a point, spendable after 14 days for a year. Lock: none. Checked: by the
 * migrations test.
 */
export class SeedProgramme1795000001000 implements MigrationInterface {
  name = 'SeedProgramme1795000001000';

  async up(runner: QueryRunner): Promise<void> {
    const now = new Date();
    await runner.query(
      `insert into programme (id, version, earn_basis_points, payable_basis_points, rounding_step_minor, rounding_mode,
         activation_days, lifetime_days, updated_at)
       values (1, 1, 500, 3000, 1, 'DOWN', 14, 365, $1)`,
      [now],
    );
    const settings = {
      version: 1,
      earnBasisPoints: 500,
      payableBasisPoints: 3_000,
      roundingStepMinor: 1,
      roundingMode: 'DOWN' as const,
      activationDays: 14,
      lifetimeDays: 365,
      changedAt: now.toISOString(),
    };
    const envelope = sealEvent(ProgrammeChanged, settings, { correlationId: this.name, now });
    await runner.query('insert into outbox (id, subject, envelope) values ($1, $2, $3)', [
      envelope.id,
      ProgrammeChanged.subject,
      JSON.stringify(envelope),
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('delete from programme');
  }
}
