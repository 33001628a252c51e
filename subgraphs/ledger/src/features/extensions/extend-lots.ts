import { LotsExtended, recordEvent } from '@adal/events';
import { badInput, inTransaction, isClientId } from '@adal/service';
import { In, type EntityManager } from 'typeorm';
import type { LedgerContext } from '../../context';
import type { ExtendLotsInput } from '../../generated/graphql';
import { refusal, type Refusal } from '../../graphql/refusal';
import { LotRow, settleWallets } from '../lots';
import { ExtendedLot } from './extended-lot.entity';
import { Extension } from './extension.entity';
import {
  decideExtension,
  extensionFault,
  extensionHash,
  type ExtensionInvalid,
  type LongerLot,
  type LotExpired,
} from './extension.rules';

export type ExtendOutcome =
  | { __typename: 'LotsExtended'; lots: LotRow[]; replayed: boolean }
  | ExtensionInvalid
  | Refusal<'ExtensionIdReused'>
  | Refusal<'LotUnknown'>
  | LotExpired;

/** Gives lots more time, once per extensionId. A lot whose day has come is written off first, and cannot be extended. */
export async function extendLots(ctx: LedgerContext, input: ExtendLotsInput): Promise<ExtendOutcome> {
  if (!isClientId(input.extensionId)) throw badInput('extensionId must be 1 to 64 visible ASCII characters.');
  const fault = extensionFault(input, ctx.now);
  if (fault) return fault;
  const contentHash = extensionHash(input);
  return inTransaction(ctx.db, async (tx) => {
    // Two tries of one id queue here.
    await tx.query("select pg_advisory_xact_lock(hashtextextended('extend:' || $1, 0))", [input.extensionId]);
    const seen = await tx.getRepository(Extension).findOneBy({ id: input.extensionId });
    if (seen) return replay(tx, seen, contentHash);
    const lots = await lockLots(ctx, tx, input);
    if (lots.length === 0 || lots.length < new Set(input.lotIds).size)
      return refusal('LotUnknown', 'There is no such lot, or the member has none.');
    const until = { expiresAt: input.expiresAt ?? null, days: input.days ?? 0 };
    const longer = decideExtension(lots, until, { timeZone: ctx.config.BUSINESS_TIME_ZONE, now: ctx.now });
    if ('__typename' in longer) return longer;
    await bookExtension(ctx, tx, input, contentHash, longer);
    return {
      __typename: 'LotsExtended',
      lots: longer.map(({ lot, newExpiresAt }) => ({ ...lot, expiresAt: newExpiresAt })),
      replayed: false,
    };
  });
}

async function replay(tx: EntityManager, seen: Extension, contentHash: Buffer): Promise<ExtendOutcome> {
  if (!seen.contentHash.equals(contentHash))
    return refusal('ExtensionIdReused', 'This extensionId was used with other content; make a new id.');
  const extended = await tx.getRepository(ExtendedLot).findBy({ extensionId: seen.id });
  const lots = await tx.getRepository(LotRow).find({
    where: { id: In(extended.map(({ lotId }) => lotId)) },
    order: { id: 'asc' },
  });
  return { __typename: 'LotsExtended', lots, replayed: true };
}

/** The lots meant, in wallets that are locked and settled. */
async function lockLots(ctx: LedgerContext, tx: EntityManager, input: ExtendLotsInput): Promise<LotRow[]> {
  const repository = tx.getRepository(LotRow);
  const meant = input.memberId
    ? { memberId: input.memberId, status: In(['PENDING', 'ACTIVE']) }
    : { id: In(input.lotIds ?? []) };
  const members = new Set((await repository.findBy(meant)).map(({ memberId }) => memberId));
  for (const memberId of [...members].sort()) await tx.query('select books.lock_account($1)', [memberId]);
  await settleWallets(ctx, tx, [...members]);
  return repository.find({ where: meant, order: { id: 'asc' } });
}

async function bookExtension(
  ctx: LedgerContext,
  tx: EntityManager,
  { extensionId, reason }: ExtendLotsInput,
  contentHash: Buffer,
  longer: readonly LongerLot[],
): Promise<void> {
  const { kind, id } = ctx.actor;
  const extension = { id: extensionId, contentHash, reason, actor: `${kind} ${id}`.trim(), extendedAt: ctx.now };
  await tx.getRepository(Extension).insert(extension);
  if (longer.length === 0) return;
  await tx.getRepository(ExtendedLot).insert(
    longer.map(({ lot, oldExpiresAt, newExpiresAt }) => ({
      extensionId,
      lotId: lot.id,
      memberId: lot.memberId,
      oldExpiresAt,
      newExpiresAt,
    })),
  );
  await tx.query(
    'update lot l set expires_at = x.new_expires_at from extended_lot x where x.extension_id = $1 and x.lot_id = l.id',
    [extensionId],
  );
  await tx.query(
    'insert into untold_lot select lot_id from extended_lot where extension_id = $1 on conflict do nothing',
    [extensionId],
  );
  const lots = longer.map(({ lot, oldExpiresAt, newExpiresAt }) => ({
    lotId: lot.id,
    memberId: lot.memberId,
    legalEntity: lot.legalEntity,
    leftMinor: Number(lot.leftMinor),
    oldExpiresAt: oldExpiresAt.toISOString(),
    newExpiresAt: newExpiresAt.toISOString(),
  }));
  await recordEvent(tx, LotsExtended, { extensionId, reason, lots }, ctx);
}
