import type { LimitUnit } from '@adal/events';
import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';

/** What a sale used of a limit; amounts in minor units, or uses. */
export interface LimitUseFigures {
  readonly key: string;
  readonly kind: string;
  readonly unit: LimitUnit;
  readonly label: string;
  readonly promotionId: string | null;
  readonly taken: bigint;
  readonly counted: bigint;
}

type LimitUseRecord = Record<'purchaseId' | 'taken' | 'counted', string> & Omit<LimitUseFigures, 'taken' | 'counted'>;

/** What sales used up, by purchase, by key. Only daily limits are ever forgotten, and they count uses. */
export function limitsUsedLoader(db: DataSource): DataLoader<string, LimitUseFigures[]> {
  return new DataLoader(async (purchaseIds) => {
    const rows: LimitUseRecord[] = await db.query(
      `select u.purchase_id as "purchaseId", u.key, coalesce(c.kind, 'OTHER') as kind, coalesce(c.unit, 'USES') as unit,
         coalesce(c.label, u.key) as label, c.promotion_id as "promotionId", u.taken, u.amount as counted
       from limit_use u left join limit_counter c on c.key = u.key and c.shard = 0
       where u.purchase_id = any($1) order by u.key`,
      [purchaseIds],
    );
    const byPurchase = Map.groupBy(rows, ({ purchaseId }) => purchaseId);
    return purchaseIds.map((id) =>
      (byPurchase.get(id) ?? []).map(({ taken, counted, ...rest }) => ({
        ...rest,
        taken: BigInt(taken),
        counted: BigInt(counted),
      })),
    );
  });
}
