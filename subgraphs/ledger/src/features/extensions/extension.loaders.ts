import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { ExtendedLot } from './extended-lot.entity';
import type { Extension } from './extension.entity';

/** A change of a lot's dates, with who made it and why. */
export type LotExtension = Pick<ExtendedLot, 'lotId' | 'extensionId' | 'oldExpiresAt' | 'newExpiresAt'> &
  Pick<Extension, 'reason' | 'actor' | 'extendedAt'>;

/** Extensions by lot, the first first. */
export function lotExtensionsLoader(db: DataSource): DataLoader<string, LotExtension[]> {
  return new DataLoader(async (lotIds) => {
    const rows: LotExtension[] = await db.query(
      `select x.lot_id as "lotId", x.extension_id as "extensionId", x.old_expires_at as "oldExpiresAt", x.new_expires_at as "newExpiresAt",
         e.reason, e.actor, e.extended_at as "extendedAt"
       from extended_lot x join extension e on e.id = x.extension_id where x.lot_id = any($1) order by x.seq`,
      [lotIds],
    );
    return lotIds.map((id) => rows.filter(({ lotId }) => lotId === id));
  });
}
