import type { EntityManager } from 'typeorm';
import type { LedgerContext } from '../../context';
import { findHead } from './chain.queries';
import { askedLot, CHECKS, findFault, type CheckScope } from './ledger-checks';
import { findFirstFault, inOneSnapshot, type Piece } from './one-snapshot';
import { chainPieces } from './verify-chain';
import { verifyMemberChain } from './verify-member-chain';

/** What the check of the books found. */
export interface Verification {
  readonly ok: boolean;
  readonly entries: number;
  readonly postings: number;
  readonly accounts: number;
  readonly lots: number;
  /** Entries, receipts and returns compared with the hash chain. */
  readonly chained: number;
  /** The first bad row and what is wrong with it. */
  readonly fault: string | null;
}

/** What to check; all when null. */
export interface VerificationScope extends CheckScope {
  /** False leaves the chain to the caller. */
  readonly chain: boolean;
}

const ALL: VerificationScope = { since: null, memberId: null, chain: true };

/**
 * Checks the books in one snapshot: first their laws, which name a bad row most closely, then every item against the hash chain.
 * `since` leaves out entries booked and blocks chained before; running balances, lots, limits and returns are sums over everything.
 */
export function verifyLedger(ctx: LedgerContext, scope = ALL): Promise<Verification> {
  return scope.memberId === null
    ? inOneSnapshot(ctx.db, (readers) => verifyBooks(readers, scope))
    : ctx.db.transaction('REPEATABLE READ', (tx) => verifyBooks([tx], scope));
}

/** The same, by transactions that share a snapshot. */
export async function verifyBooks(
  readers: readonly [EntityManager, ...EntityManager[]],
  scope = ALL,
): Promise<Verification> {
  for (const tx of readers) await tx.query(SETTINGS);
  let [counts, chained]: [Counts, number] = [NOTHING, 0];
  const count: Piece = async (tx) => {
    counts = await countBooks(tx, scope);
    return null;
  };
  const chain = scope.chain ? await chainOf(readers[0], scope, (items) => (chained += items)) : [];
  const fault = await findFirstFault(readers, [count, ...lawsOf(scope), ...chain]);
  return { ok: fault === null, ...counts, chained, fault };
}

// Whole tables are grouped and joined in memory rather than on disk; the readers are the parallel workers.
const SETTINGS =
  "set local statement_timeout = 0; set local work_mem = '32MB'; set local max_parallel_workers_per_gather = 0";

function lawsOf(scope: CheckScope): Piece[] {
  return CHECKS.map((check) => async (tx) => {
    // Every law of all reads whole tables; for the sake of `limit 1` the planner would otherwise join them row by row.
    if (scope.memberId === null) await tx.query('set local enable_nestloop = off');
    const fault = await findFault(tx, check, scope);
    await tx.query('set local enable_nestloop = on');
    return fault;
  });
}

async function chainOf(
  tx: EntityManager,
  { memberId, since }: CheckScope,
  onCompared: (items: number) => void,
): Promise<Piece[]> {
  if (memberId === null)
    return chainPieces(await firstSince(tx, since), (await findHead(tx))?.height ?? 0n, onCompared);
  return [
    async (reader) => {
      const { items, fault } = await verifyMemberChain(reader, memberId);
      onCompared(items);
      return fault;
    },
  ];
}

async function countBooks(tx: EntityManager, { since, memberId }: CheckScope): Promise<Counts> {
  const rows: Record<keyof Counts, string>[] = await tx.query(
    `select (select count(*) from journal_entry where booked_at >= $1 and ($2::uuid is null or member_id = $2)) as entries,
       (select count(*) from posting p join journal_entry e on e.seq = p.entry_seq
         where e.booked_at >= $1 and ($2::uuid is null or e.member_id = $2)) as postings,
       (select count(*) from account where $2::uuid is null or member_id = $2) as accounts,
       (select count(*) from lot where ($2::uuid is null or member_id = $2) and ${askedLot('id')}) as lots`,
    [since ?? new Date(0), memberId],
  );
  const [row] = rows;
  return {
    entries: Number(row?.entries),
    postings: Number(row?.postings),
    accounts: Number(row?.accounts),
    lots: Number(row?.lots),
  };
}

type Counts = Pick<Verification, 'entries' | 'postings' | 'accounts' | 'lots'>;
const NOTHING: Counts = { entries: 0, postings: 0, accounts: 0, lots: 0 };

/** The first block that can hold anything booked since then. */
async function firstSince(tx: EntityManager, since: Date | null): Promise<bigint> {
  if (since === null) return 1n;
  const rows: { height: string }[] = await tx.query(
    'select coalesce(max(height), 0) + 1 as height from chain_block where chained_at < $1',
    [since],
  );
  return BigInt(rows[0]?.height ?? 1);
}
