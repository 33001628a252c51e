import { merkleRoot, NO_ROOT, rootOfBlock } from '@adal/events';
import type { EntityManager } from 'typeorm';
import {
  BEFORE_ALL,
  findHead,
  fixTexts,
  headerOf,
  leavesOf,
  readBlocks,
  readItems,
  type BlockRead,
} from './chain.queries';
import type { ChainBlockRow } from './chain-block.entity';
import { findFirstFault, type Piece } from './one-snapshot';

/** What the check of a part of the chain found. */
export interface ChainCheck {
  /** Entries, receipts, returns and extensions compared. */
  readonly items: number;
  /** The first thing that is not as it was chained. */
  readonly fault: string | null;
}

/** Blocks that are read and compared in one statement. */
const BLOCKS_AT_ONCE = 25;

/** Recomputes blocks from `from` to `to` and every item in them, by transactions that share a snapshot. */
export async function verifyChain(readers: readonly EntityManager[], from: bigint, to: bigint): Promise<ChainCheck> {
  let items = 0;
  const pieces = chainPieces(from, to, (compared) => (items += compared));
  const fault = await findFirstFault(readers, pieces);
  return { items, fault };
}

/** The same in pieces; each says how many items it compared. */
export function chainPieces(from: bigint, to: bigint, onCompared: (items: number) => void): Piece[] {
  const pieces: Piece[] = from <= 1n ? [findStray] : [];
  for (let first = from; first <= to; first += BigInt(BLOCKS_AT_ONCE)) {
    const last = first + BigInt(BLOCKS_AT_ONCE) - 1n;
    pieces.push((tx) => verifyStretch(tx, { first, last: last < to ? last : to, onCompared }));
  }
  return pieces;
}

interface Stretch {
  readonly first: bigint;
  readonly last: bigint;
  readonly onCompared: (items: number) => void;
}

async function verifyStretch(tx: EntityManager, { first, last, onCompared }: Stretch): Promise<string | null> {
  await fixTexts(tx);
  const before = first > 1n ? await findHead(tx, first - 1n) : null;
  if (first > 1n && before?.height !== first - 1n) return `block ${first - 1n} of the chain is gone`;
  const blocks = await readBlocks(tx, first, last);
  onCompared(blocks.reduce((sum, block) => sum + block.items, 0));
  return headersFault(blocks, before, first, last) ?? (await itemsFault(tx, blocks, before));
}

type Header = Omit<ChainBlockRow, 'keys' | 'leaves'>;

/** A block that stands where none can. */
async function findStray(tx: EntityManager): Promise<string | null> {
  const rows: { height: string }[] = await tx.query('select height from chain_block where height < 1 limit 1');
  return rows[0] ? `block ${rows[0].height} stands before the first of the chain` : null;
}

/** What is wrong with the blocks themselves, whatever the tables hold. */
export function headersFault(
  blocks: readonly BlockRead[],
  before: Header | null,
  first: bigint,
  last: bigint,
): string | null {
  let previous = before;
  for (let height = first; height <= last; height += 1n) {
    const block = blocks[Number(height - first)];
    if (block?.height !== height) return `block ${height} of the chain is gone`;
    const fault = blockFault(block, previous);
    if (fault) return `block ${height} of the chain ${fault}`;
    previous = block;
  }
  return null;
}

function blockFault(block: BlockRead, previous: Header | null): string | null {
  const header = headerOf(block);
  if (header.previousRoot !== (previous?.root.toString('hex') ?? NO_ROOT))
    return 'does not follow from the one before: its previous root is another';
  if (block.firstPosition !== (previous ? previous.firstPosition + BigInt(previous.items) : 1n))
    return `begins at place ${block.firstPosition}, the one before ends elsewhere`;
  if (previous && block.uptoXid <= previous.uptoXid) return 'reaches no further than the one before';
  const leaves = leavesOf(block.leafBytes);
  if (block.items < 1 || block.items !== leaves.length || block.items !== block.keyCount)
    return `says ${block.items} items and lists ${block.keyCount} with ${leaves.length} hashes`;
  if (!merkleRoot(leaves).equals(block.merkleRoot)) return 'has other hashes of items than its Merkle root says';
  if (rootOfBlock(header) !== block.root.toString('hex')) return 'has another root than it must have';
  return null;
}

interface Difference {
  readonly key: string;
  readonly height: string | null;
  readonly place: string | number | null;
  /** What it reads now; null when it is gone. */
  readonly content: string | null;
}

/** Compares what the blocks list with what the tables hold of the same transactions. */
async function itemsFault(
  tx: EntityManager,
  blocks: readonly BlockRead[],
  before: Header | null,
): Promise<string | null> {
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (!first || !last) return null;
  const after = before?.uptoXid ?? BEFORE_ALL;
  const found = await readItems(tx, after, last.uptoXid);
  const kept = Buffer.concat(blocks.map(({ leafBytes }) => leafBytes));
  const keys = `{${blocks.map(({ keyText }) => keyText.slice(1, -1)).join(',')}}`;
  if (found.leaves.equals(kept) && found.keys === keys) return null;
  return (
    (await findDifference(tx, first.height, last, after)) ??
    `blocks ${first.height} to ${last.height} list their items in another order`
  );
}

/** Item by item, to name the first. */
async function findDifference(tx: EntityManager, from: bigint, last: Header, after: bigint): Promise<string | null> {
  const differences: Difference[] = await tx.query(
    `with
       kept as (
         select b.height, k.place, k.key, k.leaf from chain_block b, unnest(b.keys, b.leaves) with ordinality as k(key, leaf, place)
         where b.height between $1 and $2),
       found as materialized (
         select key, content, sha256(convert_to(content, 'UTF8')) as leaf from books.chain_item where xid > $3 and xid <= $4)
     select coalesce(k.key, f.key) as key, k.height, k.place, f.content from kept k full join found f on f.key = k.key
     where k.leaf is distinct from f.leaf order by k.height, k.place, f.key limit 1`,
    [from, last.height, after, last.uptoXid],
  );
  return differences[0] ? tell(differences[0]) : null;
}

/** Says it in the words of the tables. */
export function tell({ key, height, place, content }: Difference): string {
  const [kind = '', id = ''] = [key.slice(0, key.indexOf(' ')), key.slice(key.indexOf(' ') + 1)];
  const rows = ROWS[kind] ?? kind;
  if (height === null)
    return `${kind} ${id} (${rows}) is not in the chain, though a block covers its transaction: it was added later. It reads ${content}`;
  const where = `block ${height}, place ${place}`;
  if (content === null)
    return `${kind} ${id} (${rows}) was chained in ${where} and is gone, or was moved to another transaction`;
  return `${kind} ${id} (${rows}) is not what was chained in ${where}. It reads ${content}`;
}

/** What an item is made of. */
const ROWS: Readonly<Record<string, string>> = {
  entry: 'journal_entry, its postings or a lot it opened',
  receipt: 'purchase, its lines or payments',
  return: 'purchase_return or its lines',
  extension: 'extension or its lots',
};
