import type { Facts } from '../../store/analytics-store';
import type { OnTouched } from '../../touched-members';

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
