import type { Facts } from './store/analytics-store';

/** What changed for more members than anybody would name: days of the calendar, or pools of coupons. */
export type Unnamed = 'CALENDAR' | 'POOLS';
/** What changed of a member. RECEIPT is told when the member's features know of it. */
export type Touch = 'RECEIPT' | 'PROFILE' | 'POINTS' | 'COUPONS' | Unnamed;

/** Hears which members the facts just stored are about; what they changed can be read. */
export type OnTouched = (memberIds: readonly string[], what: Touch) => void;

/** Passes on, within this process, which members were touched. */
export interface TouchedMembers {
  readonly tell: OnTouched;
  listen(listener: OnTouched): void;
  /** When it changed last in this process's time: who is in a segment was found by another one before. */
  changedAt(what: Unnamed): Date | null;
}

export function touchedMembers(): TouchedMembers {
  const listeners: OnTouched[] = [];
  const changes = new Map<Touch, Date>();
  return {
    tell: (memberIds, what) => {
      changes.set(what, new Date());
      if (memberIds.length > 0) for (const listener of listeners) listener(memberIds, what);
    },
    listen: (listener) => void listeners.push(listener),
    changedAt: (what) => changes.get(what) ?? null,
  };
}

/** Tells whose profile, points and coupons the stored facts are about, and that the calendar or pools are others. */
export function tellTouched(
  { members, points, lots, groupMembers, memberCoupons, couponUses, holidays, couponPools }: Facts,
  onTouched: OnTouched = () => undefined,
): void {
  onTouched(idsOf([...members, ...groupMembers]), 'PROFILE');
  onTouched(idsOf([...points, ...lots]), 'POINTS');
  onTouched(idsOf([...memberCoupons, ...couponUses]), 'COUPONS');
  if (holidays.length > 0) onTouched([], 'CALENDAR');
  if (couponPools.length > 0) onTouched([], 'POOLS');
}

const idsOf = (rows: readonly { readonly memberId: string }[]): string[] => [
  ...new Set(rows.map(({ memberId }) => memberId)),
];
