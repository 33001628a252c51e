import type { Facts } from './store/analytics-store';

/** What changed of a member. RECEIPT is told when the member's features know of it; CALENDAR is of everybody, and names nobody. */
export type Touch = 'RECEIPT' | 'PROFILE' | 'POINTS' | 'COUPONS' | 'CALENDAR';

/** Hears which members the facts just stored are about; what they changed can be read. */
export type OnTouched = (memberIds: readonly string[], what: Touch) => void;

/** Passes on, within this process, which members were touched. */
export interface TouchedMembers {
  readonly tell: OnTouched;
  listen(listener: OnTouched): void;
  /** When the calendar changed last in this process's time: who is in a segment was found by another one before. */
  calendarAt(): Date | null;
}

export function touchedMembers(): TouchedMembers {
  const listeners: OnTouched[] = [];
  let calendarAt: Date | null = null;
  return {
    tell: (memberIds, what) => {
      if (what === 'CALENDAR') calendarAt = new Date();
      if (memberIds.length > 0) for (const listener of listeners) listener(memberIds, what);
    },
    listen: (listener) => void listeners.push(listener),
    calendarAt: () => calendarAt,
  };
}

/** Tells whose profile, points and coupons the stored facts are about, and that the calendar is another. */
export function tellTouched(
  { members, points, lots, groupMembers, memberCoupons, couponUses, holidays }: Facts,
  onTouched: OnTouched = () => undefined,
): void {
  onTouched(idsOf([...members, ...groupMembers]), 'PROFILE');
  onTouched(idsOf([...points, ...lots]), 'POINTS');
  onTouched(idsOf([...memberCoupons, ...couponUses]), 'COUPONS');
  if (holidays.length > 0) onTouched([], 'CALENDAR');
}

const idsOf = (rows: readonly { readonly memberId: string }[]): string[] => [
  ...new Set(rows.map(({ memberId }) => memberId)),
];
