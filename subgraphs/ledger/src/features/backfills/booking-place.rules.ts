/** Where a receipt stands in the order of booking: its transaction, and its id among those of one. */
export interface BookingPlace {
  readonly bookedXid?: bigint;
  readonly id: string;
}

/** As text, for whoever asks for what comes after it. */
export const placeOf = ({ bookedXid = 0n, id }: BookingPlace): string => `${bookedXid} ${id}`;

/** Reads it again; null is before everything. */
export function readPlace(text: string | null): { xid: string; id: string } {
  const [, xid = '-9223372036854775808', id = ''] = /^(-?\d+) (.*)$/s.exec(text ?? '') ?? [];
  return { xid, id };
}
