import {
  CouponsTold,
  HolidayChanged,
  LotsTold,
  MembersImported,
  PurchaseConfirmed,
  PurchaseReturned,
  StoreSaved,
} from '@adal/events';
import { anEvent, type SealedEvent } from '../builders';
import type { SegmentWorld } from './segment-brute-force';

/** The world as it is told. */
export function eventsOfSegmentWorld({
  stores,
  members,
  sales,
  returns,
  lots,
  coupons,
  daysOff,
  workingDays,
}: SegmentWorld): SealedEvent[] {
  const news = { balance: null, pointsActivateAt: null, pointsExpireAt: null };
  return [
    anEvent(StoreSaved, { stores: [...stores] }),
    anEvent(MembersImported, { importId: 'm', members: [...members] }),
    anEvent(LotsTold, { lots: [...lots] }),
    anEvent(HolidayChanged, {
      holidays: [
        ...daysOff.map((day) => ({ day, key: 'HOLIDAY', revision: 1, kind: 'PUBLIC' as const })),
        ...workingDays.map((day) => ({ day, key: 'MOVED', revision: 1, kind: 'WORKING' as const })),
      ],
    }),
    anEvent(CouponsTold, { pools: [...coupons.pools], coupons: [...coupons.coupons], uses: [...coupons.uses] }),
    ...sales.map((receipt) => anEvent(PurchaseConfirmed, { receipt, ...news })),
    ...returns.map(({ of, receipt }) =>
      anEvent(PurchaseReturned, { returnId: receipt.purchaseId, originalPurchaseId: of, receipt, balance: null }),
    ),
  ];
}
