import { salesByHour } from '../../store/derived-tables';
import { columnName } from '../../store/tables';
import { bornBy } from '../segment-language';
import { activityTable, turnoverTable } from './activity.sources';
import { buyersTable } from './buyers.source';
import { habitsTable, issuesTable, joinersTable, newcomersTable, visitsTable } from './cohort.sources';
import { familiesTable, lotsTable, promotionsTable, purchasesTable } from './derived.sources';
import type { Asked, Dimension, SourceName } from './metric';

/** Facts of one kind, as the compiler reads them. `f` is the fact; day and hour are the store's own. */
export interface Source {
  readonly table: string | ((asked: Asked) => string);
  /** When it happened, for the period; null when the table is of the period already. */
  readonly at: string | null;
  /** A rollup knows only the hour or the day by the store's clock. */
  readonly keptBy?: 'HOUR' | 'DAY';
  /** Made of days by the stores' clocks, of everybody: a period of instants or some members cannot be asked for. */
  readonly ofDays?: true;
  /** Tables of the store that a table made for the question is of, and their columns that it needs. */
  readonly madeOf?: Readonly<Record<string, readonly string[]>>;
  readonly dimensions: Readonly<Partial<Record<Dimension, DimensionColumn>>>;
}

/** Where a dimension's value stands. */
export interface DimensionColumn {
  readonly sql: string | ((asked: Asked) => string);
  /** Joined when the dimension is asked for: a city is the store's of today, not of the sale. */
  readonly join?: string;
  /** "A" also stands for "A > B". */
  readonly nested?: boolean;
}

const STORES = 'LEFT JOIN stores AS s ON s.store_id = f.store_id';
const ofStore = {
  store: { sql: 'f.store_id' },
  city: { sql: "ifNull(s.city, '')", join: STORES },
  banner: { sql: "ifNull(s.banner, '')", join: STORES },
  format: { sql: "ifNull(s.format, '')", join: STORES },
} as const;
const identified = { sql: "if(f.identified, 'true', 'false')" } as const;
const weekday = { sql: 'toString(toDayOfWeek(f.business_day))' } as const;
const hour = { sql: 'toString(f.business_hour)' } as const;
const ofTime = { weekday, hour } as const;
const legalEntity = { sql: 'f.legal_entity' } as const;
const ofReceipt = { legalEntity, channel: { sql: 'f.channel' }, tender: { sql: 'f.tender' } } as const;
const ofGoods = {
  brand: { sql: 'f.brand' },
  category: { sql: 'f.category_path', nested: true },
  sku: { sql: 'f.sku' },
} as const;

/** Full years on the last day of the period. */
const AGES = [18, 25, 35, 45, 55, 65];
const ageGroup =
  (birthDate: string) =>
  ({ lastDay, bind }: Asked): string => {
    const younger = AGES.map((age, index) => {
      const name = `${AGES[index - 1] ?? 0}-${age - 1}`;
      return `WHEN ${birthDate} > toDate32(${bind('String', bornBy(lastDay, age))}) THEN '${name}'`;
    });
    return `CASE WHEN ${birthDate} IS NULL THEN '' ${younger.join(' ')} ELSE '65+' END`;
  };

const MEMBERS = 'LEFT JOIN members AS m ON m.member_id = f.member_id';
const ofMember = {
  gender: { sql: "ifNull(m.gender, '')", join: MEMBERS },
  ageGroup: { sql: ageGroup('m.birth_date'), join: MEMBERS },
  homeStore: { sql: "ifNull(m.home_store_id, '')", join: MEMBERS },
} as const;
/** Of members that are told of by no single sale, the city is their own. */
const ofMemberAlone = { ...ofMember, city: { sql: "ifNull(m.city, '')", join: MEMBERS } } as const;
const ofProfile = {
  store: { sql: 'f.home_store_id' },
  city: { sql: 'f.city' },
  channel: { sql: 'f.channel' },
  gender: { sql: 'f.gender' },
  ageGroup: { sql: ageGroup('f.birth_date') },
  language: { sql: 'f.language' },
  status: { sql: 'f.status' },
} as const;

const SALES = { member_receipts: ['member_id', 'kind', 'occurred_at', 'business_day', 'business_hour', 'store_id'] };

const activity = (days: number): Source => ({
  table: activityTable(days),
  at: 'occurred_at',
  madeOf: { ...SALES, members: ['member_id', 'registered_at'] },
  dimensions: ofMemberAlone,
});

const points: Source = {
  table: 'points',
  at: 'occurred_at',
  dimensions: { ...ofStore, legalEntity, ...ofTime, ...ofMember },
};

/** In the order of what they cost: of those that know what is asked the first is read. */
export const sources: Readonly<Record<SourceName, Source>> = {
  salesByHour: {
    table: 'sales_by_hour',
    at: 'business_day',
    keptBy: 'HOUR',
    dimensions: { ...ofStore, ...ofTime, identified },
  },
  salesBySku: {
    table: 'sales_by_sku',
    at: 'business_day',
    keptBy: 'DAY',
    dimensions: { ...ofStore, weekday, ...ofGoods, identified },
  },
  salesByPromotion: {
    table: 'sales_by_promotion',
    at: 'business_day',
    keptBy: 'HOUR',
    dimensions: { ...ofStore, ...ofTime, promotion: { sql: 'f.promotion' }, identified, ...ofMember },
  },
  buyers: {
    table: buyersTable,
    at: null,
    ofDays: true,
    madeOf: {
      member_receipts: ['member_id', 'kind', 'business_day'],
      sales_by_hour: Object.keys(salesByHour.columns).map(columnName),
    },
    dimensions: {},
  },
  receipts: {
    table: 'receipts',
    at: 'occurred_at',
    dimensions: { ...ofStore, ...ofReceipt, ...ofTime, identified, ...ofMember },
  },
  lines: {
    table: 'lines',
    at: 'occurred_at',
    dimensions: { ...ofStore, ...ofTime, ...ofGoods, identified, ...ofMember },
  },
  purchases: {
    table: purchasesTable,
    at: 'occurred_at',
    madeOf: { ...SALES, receipts: ['original_receipt_id', 'payable_minor'] },
    dimensions: { ...ofStore, ...ofReceipt, ...ofTime, ...ofMember },
  },
  promotions: {
    table: promotionsTable,
    at: 'occurred_at',
    madeOf: { lines: ['promotion_ids', 'receipt_id', 'quantity_milli', 'amount_minor', 'discount_minor', 'sku'] },
    dimensions: { ...ofStore, ...ofTime, ...ofGoods, promotion: { sql: 'f.promotion' }, identified, ...ofMember },
  },
  points,
  issues: {
    ...points,
    table: issuesTable,
    madeOf: { points: ['member_id', 'legal_entity', 'kind', 'amount_minor', 'occurred_at'] },
  },
  lots: {
    table: lotsTable,
    at: null,
    madeOf: { lots: ['member_id', 'left_minor', 'activates_at', 'expires_at'] },
    dimensions: { legalEntity, ...ofMemberAlone },
  },
  members: { table: 'members', at: 'registered_at', dimensions: ofProfile },
  families: {
    table: familiesTable,
    at: 'registered_at',
    madeOf: { members: ['member_id', 'registered_at'], children: ['member_id', 'birth_date', 'gender'] },
    dimensions: ofProfile,
  },
  joiners: {
    table: joinersTable,
    at: 'registered_at',
    madeOf: { members: ['member_id', 'registered_at'], ...SALES },
    dimensions: ofProfile,
  },
  newcomers: {
    table: newcomersTable,
    at: 'occurred_at',
    madeOf: SALES,
    dimensions: { ...ofStore, ...ofTime, ...ofMember },
  },
  visits: { table: visitsTable, at: 'occurred_at', madeOf: SALES, dimensions: { ...ofStore, ...ofTime, ...ofMember } },
  habits: {
    table: habitsTable,
    at: null,
    madeOf: { member_receipts: [...SALES.member_receipts, 'payable_minor'] },
    dimensions: ofMemberAlone,
  },
  turnover: { table: turnoverTable, at: null, madeOf: SALES, dimensions: ofMemberAlone },
  activity30: activity(30),
  activity90: activity(90),
  activity365: activity(365),
};
