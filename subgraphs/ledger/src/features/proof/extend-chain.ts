import { ChainExtended, merkleRoot, NO_ROOT, recordEvent, rootOfBlock, type BlockHeader } from '@adal/events';
import type { Job } from '@adal/service';
import type { EntityManager } from 'typeorm';
import type { LedgerContext } from '../../context';
import { BEFORE_ALL, findHead, leavesOf, readItems, readSettledXid } from './chain.queries';

/** Items of a block; a transaction that wrote more makes a block of its own. */
const ITEMS_MAX = 1_000;
/** Blocks of one run: the rest waits for the next, so that a stop is soon. */
const BLOCKS_MAX = 200;

/**
 * Adds what tills, imports and jobs have booked to the hash chain, behind their backs. Sequences hand out numbers in one order and
 * transactions commit in another; below the oldest transaction that still runs nothing can appear any more, so that is how far it goes.
 */
export const extendChain: Job<LedgerContext> = {
  name: 'extend-chain',
  everyMs: 2_000,
  run: async (ctx) => {
    for (let blocks = 0; blocks < BLOCKS_MAX; blocks += 1) {
      if (!(await ctx.db.transaction('REPEATABLE READ', (tx) => addBlock(ctx, tx)))) return;
    }
  },
};

async function addBlock(ctx: LedgerContext, tx: EntityManager): Promise<boolean> {
  const [head, settled] = [await findHead(tx), await readSettledXid(tx)];
  // A cluster that was filled by pg_dump counts its transactions anew: what is booked now would slip in below the head.
  if (head && settled <= head.uptoXid)
    throw new Error(
      `Transaction ${settled} comes before block ${head.height}: set the counter, see docs/operations/backup-and-restore.md`,
    );
  const after = head?.uptoXid ?? BEFORE_ALL;
  const cuts: { upto: string | null }[] = await tx.query('select books.chain_cut($1, $2, $3) as upto', [
    after,
    settled,
    ITEMS_MAX,
  ]);
  const upto = cuts[0]?.upto ?? null;
  if (upto === null) return false;
  const items = await readItems(tx, after, upto);
  const leaves = leavesOf(items.leaves);
  const block: BlockHeader = {
    height: Number(head?.height ?? 0n) + 1,
    previousRoot: head?.root.toString('hex') ?? NO_ROOT,
    merkleRoot: merkleRoot(leaves).toString('hex'),
    firstPosition: Number(head?.firstPosition ?? 1n) + (head?.items ?? 0),
    items: leaves.length,
    uptoXid: Number(upto),
    chainedAt: ctx.now.toISOString(),
  };
  const root = rootOfBlock(block);
  await tx.query(
    `insert into chain_block values ($1, $2, $3, $4, $5, $6, $7, $8, $9::text[],
       array(select substring($10::bytea from n * 32 + 1 for 32) from generate_series(0, $6::int - 1) n))`,
    [
      block.height,
      ...[block.previousRoot, block.merkleRoot, root].map((hex) => Buffer.from(hex, 'hex')),
      ...[block.firstPosition, block.items, block.uptoXid, ctx.now, items.keys, items.leaves],
    ],
  );
  await recordEvent(tx, ChainExtended, { ...block, root }, ctx);
  ctx.log.info({ height: block.height, items: block.items, root }, 'Chain extended');
  return true;
}
