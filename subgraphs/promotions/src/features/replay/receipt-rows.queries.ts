import type { Channel } from '@adal/engine';
import type { DataSource } from 'typeorm';
import type { KeptReceipt } from '../receipts';
import type { Extent, Part } from './scene';

/** A receipt as the replay reads it: the columns of lines as texts, `1,2,3`, which cost least on the way. */
export interface ReceiptRowText {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly storeId: string;
  readonly memberId: string | null;
  readonly day: string;
  readonly channel: Channel | null;
  readonly tenders: readonly (readonly [string, number])[] | null;
  readonly lineNos: string;
  readonly labels: string;
  readonly prices: string;
  readonly quantities: string;
  readonly amounts: string;
  readonly returns: KeptReceipt['returns'];
  readonly isReturned: boolean;
  /** False for one that is only looked back at. */
  readonly isWanted: boolean;
}

/** Receipts read at once. */
const PAGE_ROWS = 2_000;
const MS_PER_DAY = 86_400_000;
/** A business day begins and ends within this of the same day of UTC. */
const DAY_SLOP_MS = 2 * MS_PER_DAY;

/** The instants between which receipts of the days can lie. */
export const instantsOf = ({ from, until }: Pick<Extent, 'from' | 'until'>): { from: Date; until: Date } => ({
  from: new Date(Date.parse(from) - DAY_SLOP_MS),
  until: new Date(Date.parse(until) + DAY_SLOP_MS),
});

/** The first instant that is looked back at. */
export const lookBackFrom = (extent: Extent, historyDays: number): Date =>
  new Date(instantsOf(extent).from.getTime() - historyDays * MS_PER_DAY);

/**
 * The receipts of a part, page by page: of members in order of member and time, with those that are looked back at before the
 * period; anonymous ones in order of time. While a page is worked on, the next one is read.
 */
export async function* readReceipts(
  db: DataSource,
  part: Part,
  extent: Extent,
  historyDays: number,
): AsyncGenerator<ReceiptRowText[]> {
  let next: Promise<ReceiptRowText[]> | null = readPage(db, { part, extent, historyDays }, null);
  while (next !== null) {
    const page: ReceiptRowText[] = await next;
    const last = page.at(-1);
    next = page.length < PAGE_ROWS || last === undefined ? null : readPage(db, { part, extent, historyDays }, last);
    // Whoever stops early leaves a page unread: it must not fail for nobody.
    next?.catch(() => undefined);
    if (page.length > 0) yield page;
  }
}

interface Asked {
  readonly part: Part;
  readonly extent: Extent;
  readonly historyDays: number;
}

function readPage(
  db: DataSource,
  { part, extent, historyDays }: Asked,
  after: ReceiptRowText | null,
): Promise<ReceiptRowText[]> {
  const { until } = instantsOf(extent);
  const values: unknown[] = [extent.from, extent.until, extent.storeIds, extent.samplePercent, until];
  if (part.kind === 'ANONYMOUS') {
    values.push(part.from, part.until, after && new Date(after.at), after?.id ?? null);
    return db.query(ANONYMOUS, values);
  }
  const lookBack = lookBackFrom(extent, historyDays);
  values.push(part.from, part.until, lookBack, after?.memberId ?? null, after && new Date(after.at), after?.id ?? null);
  return db.query(OF_MEMBERS, values);
}

const COLUMNS = `id, (extract(epoch from at) * 1000)::float8 as at, store_id as "storeId", member_id as "memberId",
    business_day::text as day, channel, tenders, array_to_string(line_nos, ',') as "lineNos",
    array_to_string(labels, ',') as labels, array_to_string(prices, ',') as prices,
    array_to_string(quantities, ',') as quantities, array_to_string(amounts, ',') as amounts, returns,
    is_returned as "isReturned",
    business_day between $1::date and $2::date and ($3::text[] is null or store_id = any($3)) as "isWanted"`;

/** The same hundredth parts at any time and on any replica. */
export const inSample = (key: string, percent: string): string =>
  `(${percent}::integer >= 100 or abs(hashtextextended(${key}, 0) % 100) < ${percent}::integer)`;

const OF_MEMBERS = `
  select ${COLUMNS} from receipt
  where member_id >= $6::uuid and ($7::uuid is null or member_id < $7::uuid) and at >= $8::timestamptz and at < $5::timestamptz
    and ($9::uuid is null or (member_id, at, id) > ($9::uuid, $10::timestamptz, $11::text))
    and ${inSample('member_id::text', '$4')}
  order by member_id, at, id limit ${PAGE_ROWS}`;

const ANONYMOUS = `
  select ${COLUMNS} from receipt
  where member_id is null and at >= $6::timestamptz and at < coalesce($7::timestamptz, $5::timestamptz) and at < $5::timestamptz
    and ($8::timestamptz is null or (at, id) > ($8::timestamptz, $9::text))
    and business_day between $1::date and $2::date and ($3::text[] is null or store_id = any($3))
    and ${inSample('id', '$4')}
  order by at, id limit ${PAGE_ROWS}`;
