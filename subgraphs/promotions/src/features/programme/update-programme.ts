import { ProgrammeChanged, recordEvent } from '@adal/events';
import { inTransaction } from '@adal/service';
import type { PromotionsContext } from '../../context';
import { bumpPricingRevision } from '../pricing';
import { Programme } from './programme.entity';
import { lockProgramme } from './programme.queries';
import { decideProgramme, isSameProgramme, type ProgrammeCommand, type ProgrammeInvalid } from './programme.rules';

export type UpdateProgrammeOutcome =
  | { __typename: 'ProgrammeUpdated'; programme: Programme }
  | { __typename: 'ProgrammeChanged'; code: 'PROGRAMME_CHANGED'; message: string; programme: Programme }
  | ProgrammeInvalid;

/** Changes the settings. Settings that are there already are a success that changes nothing. */
export async function updateProgramme(
  ctx: PromotionsContext,
  command: ProgrammeCommand,
): Promise<UpdateProgrammeOutcome> {
  const settings = decideProgramme(command);
  if ('__typename' in settings) return settings;
  return inTransaction(ctx.db, async (tx) => {
    const current = await lockProgramme(tx);
    if (isSameProgramme(current, settings)) return { __typename: 'ProgrammeUpdated', programme: current };
    if (current.version !== command.version) {
      const message = 'A colleague changed the settings meanwhile: look at them and save again.';
      return { __typename: 'ProgrammeChanged', code: 'PROGRAMME_CHANGED', message, programme: current };
    }
    const programme = tx.create(Programme, {
      ...current,
      ...settings,
      version: current.version + 1,
      updatedAt: ctx.now,
    });
    await tx.save(programme);
    await bumpPricingRevision(tx);
    await recordEvent(tx, ProgrammeChanged, eventOf(programme), ctx);
    return { __typename: 'ProgrammeUpdated', programme };
  });
}

const eventOf = (programme: Programme) => ({
  version: programme.version,
  earnBasisPoints: programme.earnBasisPoints,
  payableBasisPoints: programme.payableBasisPoints,
  roundingStepMinor: Number(programme.roundingStepMinor),
  roundingMode: programme.roundingMode,
  activationDays: programme.activationDays,
  lifetimeDays: programme.lifetimeDays,
  shortfallPolicy: programme.shortfallPolicy,
  changedAt: programme.updatedAt.toISOString(),
});
