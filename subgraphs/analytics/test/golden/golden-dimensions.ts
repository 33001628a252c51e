import type { BookedReceipt, MemberSnapshot } from '@adal/events';
import type { World } from './world';

/** What facts know besides their goods, as analysts split by it: told from what happened alone. */
type Dimensions = Readonly<Record<string, string>>;

const isoWeekday = (day: string): string => String(new Date(`${day}T00:00:00Z`).getUTCDay() || 7);

export const timeDimensions = ({ day, hour }: { day: string; hour: number }): Dimensions => ({
  weekday: isoWeekday(day),
  hour: String(hour),
});

export function storeDimensions({ stores }: World, storeId: string): Dimensions {
  const store = stores.find((one) => one.storeId === storeId);
  return { store: storeId, city: store?.city ?? '', banner: store?.banner ?? '', format: store?.format ?? '' };
}

/** The tender of the first of the largest payments; the world pays with one. */
export const receiptDimensions = ({ legalEntity, channel, payments, memberId }: BookedReceipt): Dimensions => ({
  legalEntity,
  channel: channel ?? '',
  tender: payments?.[0]?.tender ?? '',
  identified: String(memberId !== null),
});

/** Of who left nothing personal stays. */
const isKept = (member: MemberSnapshot | undefined): member is MemberSnapshot =>
  member !== undefined && member.status !== 'CLOSED';

export function memberDimensions({ members }: World, memberId: string | null, lastDay: string): Dimensions {
  const member = members.find((one) => one.memberId === memberId);
  const unknown = member ? 'UNKNOWN' : '';
  return {
    gender: isKept(member) ? member.gender : unknown,
    ageGroup: isKept(member) ? ageGroup(member.birthDate, lastDay) : '',
    homeStore: member?.homeStoreId ?? '',
  };
}

/** A member as the members' own metrics split by it. */
export const profileDimensions = (world: World, member: MemberSnapshot, lastDay: string): Dimensions => ({
  ...memberDimensions(world, member.memberId, lastDay),
  store: member.homeStoreId ?? '',
  city: member.city ?? '',
  channel: member.channel,
  language: isKept(member) ? member.language : '',
  status: member.status,
});

function ageGroup(birthDate: string | null, lastDay: string): string {
  if (birthDate === null) return '';
  // Born on the 29th of February one is a year older on the 28th of a common year: luxon's rule, as by every segment.
  const age = yearsBetween(birthDate, lastDay);
  const bounds = [0, 18, 25, 35, 45, 55, 65];
  const index = bounds.findLastIndex((bound) => age >= bound);
  const next = bounds[index + 1];
  return next === undefined ? '65+' : `${bounds[index] ?? 0}-${next - 1}`;
}

/** Full years. */
export function yearsBetween(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) >= birthDate.slice(5) ? years : years - 1;
}
