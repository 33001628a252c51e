/** What a column holds. Unknown text is ''; amounts are safe integers in minor units, quantities in thousandths. */
interface ColumnTypes {
  text: string;
  /** Text with few distinct values. */
  word: string;
  words: readonly string[];
  uuid: string;
  int: number;
  long: number;
  longOrNull: number | null;
  flag: boolean;
  /** YYYY-MM-DD. */
  day: string;
  dayOrNull: string | null;
  instant: Date;
  instantOrNull: Date | null;
}
export type ColumnType = keyof ColumnTypes;

/**
 * A table of the store. FIRST: facts, the first row of an id stays, a later one is a repetition. LATEST: snapshots,
 * the row with the highest revision stays. SUM: rows of one key add up to what the key comes to.
 * MADE: made anew of facts, the row made last counts. PARTS: what belongs to a snapshot, replaced with it as a whole.
 */
export interface Table {
  readonly name: string;
  readonly keep: 'FIRST' | 'LATEST' | 'SUM' | 'MADE' | 'PARTS';
  /** Columns that name a row, in the order in which a sorting engine should keep them. */
  readonly key: readonly string[];
  readonly columns: Readonly<Record<string, ColumnType>>;
}

/** A row as its table declares it. */
export type RowOf<T extends Table> = { readonly [K in keyof T['columns']]: ColumnTypes[T['columns'][K]] };

export function table<const C extends Record<string, ColumnType>>(
  definition: Table & { readonly columns: C; readonly key: readonly (keyof C)[] },
): typeof definition {
  return definition;
}

/** Member of an anonymous receipt: both engines know UUIDs, and neither is asked to know nulls. */
export const NOBODY = '00000000-0000-0000-0000-000000000000';

/** When and where something happened. Day and hour are in the store's own time zone. */
const where = {
  storeId: 'word',
  memberId: 'uuid',
  occurredAt: 'instant',
  businessDay: 'day',
  businessHour: 'int',
} as const;

/** What its lines come to: cost is of the lines whose cost is known, costed their amount, promo the amount of lines with promotions. */
const goods = { quantityMilli: 'long', costMinor: 'long', costedMinor: 'long', promoMinor: 'long' } as const;

/** When and where the sale was: of a return, that of which something comes back. */
export const sale = { saleDay: 'day', saleHour: 'int', saleStoreId: 'word' } as const;

export const receipts = table({
  name: 'receipts',
  keep: 'FIRST',
  key: ['businessDay', 'receiptId'],
  columns: {
    receiptId: 'text',
    kind: 'word',
    originalReceiptId: 'text',
    tillId: 'word',
    cashierId: 'word',
    identified: 'flag',
    ...where,
    recordedAt: 'instant',
    legalEntity: 'word',
    lineCount: 'int',
    totalMinor: 'long',
    discountMinor: 'long',
    payableMinor: 'long',
    pointsSpentMinor: 'long',
    pointsEarnedMinor: 'long',
    pointsBooked: 'flag',
    // Where it was sold, and the tender that paid most: '' when nobody said.
    channel: 'word',
    tender: 'word',
    ...goods,
    ...sale,
  },
});
export type ReceiptRow = RowOf<typeof receipts>;

/** What lines repeat of their receipt, so that a question about goods reads one table. */
export const LINES_OF_RECEIPT: readonly (keyof LineRow)[] = [
  ...(['receiptId', 'kind', 'identified', 'originalReceiptId'] as const),
  ...(Object.keys(where) as (keyof typeof where)[]),
  ...(Object.keys(sale) as (keyof typeof sale)[]),
];

export const lines = table({
  name: 'lines',
  keep: 'FIRST',
  key: ['businessDay', 'receiptId', 'lineNo'],
  columns: {
    receiptId: 'text',
    lineNo: 'int',
    kind: 'word',
    identified: 'flag',
    ...where,
    sku: 'word',
    categoryPath: 'word',
    brand: 'word',
    quantityMilli: 'long',
    discountMinor: 'long',
    amountMinor: 'long',
    costMinor: 'longOrNull',
    pointsSpentMinor: 'long',
    pointsEarnedMinor: 'long',
    promotionIds: 'words',
    /** Some promotion had a part in it. */
    promo: 'flag',
    originalReceiptId: 'text',
    ...sale,
  },
});
export type LineRow = RowOf<typeof lines>;

export const points = table({
  name: 'points',
  keep: 'FIRST',
  key: ['businessDay', 'movementId'],
  columns: {
    // No receipt, no store: what expired or was granted. No promotion: the programme gave it, nobody kept it, or it was not earned.
    ...({ movementId: 'text', receiptId: 'text', kind: 'word', amountMinor: 'long', legalEntity: 'word' } as const),
    ...where,
    promotionId: 'word',
  },
});
export type PointsRow = RowOf<typeof points>;

/** No names and no contacts: analytics counts people, it does not address them. */
export const members = table({
  name: 'members',
  keep: 'LATEST',
  key: ['memberId'],
  columns: {
    memberId: 'uuid',
    revision: 'long',
    status: 'word',
    gender: 'word',
    birthDate: 'dayOrNull',
    city: 'word',
    homeStoreId: 'word',
    language: 'word',
    channel: 'word',
    registeredAt: 'instant',
    businessDay: 'day',
    businessHour: 'int',
    consentSms: 'flag',
    consentEmail: 'flag',
    consentPush: 'flag',
    phoneKnown: 'flag',
    emailKnown: 'flag',
    /** Cards in force. */
    cardCount: 'int',
  },
});
export type MemberRow = RowOf<typeof members>;

/** Children and attributes are told with their member: all of a member's are replaced with the member's row. */
export const children = table({
  name: 'children',
  keep: 'PARTS',
  key: ['memberId', 'childNo'],
  columns: { memberId: 'uuid', revision: 'long', childNo: 'int', birthDate: 'day', gender: 'word' },
});
export type ChildRow = RowOf<typeof children>;

export const memberAttributes = table({
  name: 'member_attributes',
  keep: 'PARTS',
  key: ['memberId', 'key'],
  columns: { memberId: 'uuid', revision: 'long', key: 'word', value: 'text' },
});
export type MemberAttributeRow = RowOf<typeof memberAttributes>;

/** Points with a date each; what is left of a lot and when it can be spent. */
export const lots = table({
  name: 'lots',
  keep: 'LATEST',
  key: ['lotId'],
  columns: {
    lotId: 'uuid',
    memberId: 'uuid',
    revision: 'long',
    status: 'word',
    leftMinor: 'long',
    activatesAt: 'instant',
    expiresAt: 'instantOrNull',
    source: 'word',
    legalEntity: 'word',
  },
});
export type LotRow = RowOf<typeof lots>;

/** Who is in a frozen group or a list. */
export const groupMembers = table({
  name: 'group_members',
  keep: 'LATEST',
  key: ['groupId', 'memberId'],
  columns: { groupId: 'text', memberId: 'uuid', revision: 'long', member: 'flag' },
});
export type GroupMemberRow = RowOf<typeof groupMembers>;

export const stores = table({
  name: 'stores',
  keep: 'LATEST',
  key: ['storeId'],
  columns: {
    storeId: 'text',
    revision: 'long',
    name: 'text',
    city: 'word',
    brand: 'word',
    banner: 'word',
    format: 'word',
    legalEntity: 'word',
    openedOn: 'dayOrNull',
    closedOn: 'dayOrNull',
    timeZone: 'word',
  },
});
export type StoreRow = RowOf<typeof stores>;

export const products = table({
  name: 'products',
  keep: 'LATEST',
  key: ['sku'],
  columns: { sku: 'text', revision: 'long', name: 'text', categoryPath: 'word', brand: 'word' },
});
export type ProductRow = RowOf<typeof products>;

/** The chain's calendar; the kind of a day that was taken out is ''. */
export const holidays = table({
  name: 'holidays',
  keep: 'LATEST',
  key: ['day', 'key'],
  columns: { day: 'day', key: 'word', revision: 'long', kind: 'word' },
});
export type HolidayRow = RowOf<typeof holidays>;

/** "pointsEarnedMinor" → "points_earned_minor". */
export const columnName = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
