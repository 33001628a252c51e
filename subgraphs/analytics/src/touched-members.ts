import type { Facts } from './store/analytics-store';

/** What changed of a member. RECEIPT is told when the member's features know of it. */
export type Touch = 'RECEIPT' | 'PROFILE' | 'POINTS';

/** Hears which members the facts just stored are about; what they changed can be read. */
export type OnTouched = (memberIds: readonly string[], what: Touch) => void;

/** Passes on, within this process, which members were touched. */
export interface TouchedMembers {
  readonly tell: OnTouched;
  listen(listener: OnTouched): void;
}

export function touchedMembers(): TouchedMembers {
  const listeners: OnTouched[] = [];
  return {
    tell: (memberIds, what) => {
      if (memberIds.length > 0) for (const listener of listeners) listener(memberIds, what);
    },
    listen: (listener) => void listeners.push(listener),
  };
}

/** Tells whose profile and whose points the stored facts are about. */
export function tellTouched(
  { members, points, lots, groupMembers }: Facts,
  onTouched: OnTouched = () => undefined,
): void {
  onTouched(idsOf([...members, ...groupMembers]), 'PROFILE');
  onTouched(idsOf([...points, ...lots]), 'POINTS');
}

const idsOf = (rows: readonly { readonly memberId: string }[]): string[] => [
  ...new Set(rows.map(({ memberId }) => memberId)),
];
