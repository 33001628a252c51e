import type { BlockHeader } from '@adal/events';
import { LessThanOrEqual, type EntityManager } from 'typeorm';
import { ChainBlockRow } from './chain-block.entity';

/** The last block, or the last up to a height; null before the first. */
export function findHead(tx: EntityManager, upto?: bigint): Promise<ChainBlockRow | null> {
  return tx.getRepository(ChainBlockRow).findOne({
    where: upto === undefined ? {} : { height: LessThanOrEqual(upto) },
    order: { height: 'desc' },
    select: HEADER,
  });
}

const HEADER = {
  height: true,
  previousRoot: true,
  merkleRoot: true,
  root: true,
  firstPosition: true,
  items: true,
  uptoXid: true,
  chainedAt: true,
} as const;

/** The oldest transaction that may still write: what is older is settled. */
export async function readSettledXid(tx: EntityManager): Promise<bigint> {
  const rows: { xmin: string }[] = await tx.query('select pg_snapshot_xmin(pg_current_snapshot())::text as xmin');
  return BigInt(rows[0]?.xmin ?? 0);
}

/** Rows of before the chain are numbered below zero. */
export const BEFORE_ALL = -(2n ** 40n);

/** Texts of items write times as this; they would differ with the session's settings. */
export async function fixTexts(tx: EntityManager): Promise<void> {
  await tx.query("set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local bytea_output = 'hex'");
}

/** Items of a stretch of transactions: keys as the text of an array, hashes one after the other. One row is faster than thousands. */
export interface ItemsRead {
  readonly keys: string;
  readonly leaves: Buffer;
}

/** Reads what transactions after `after` up to `upto` wrote, in the order of the chain. */
export async function readItems(tx: EntityManager, after: bigint | string, upto: bigint | string): Promise<ItemsRead> {
  await fixTexts(tx);
  const rows: ItemsRead[] = await tx.query(
    // Hashed before they are sorted: texts are long, hashes short.
    `select coalesce(array_agg(key), '{}')::text as keys, coalesce(string_agg(leaf, ''), '') as leaves
     from (
       select key, sha256(convert_to(content, 'UTF8')) as leaf from books.chain_item where xid > $1 and xid <= $2
       order by xid, n, key collate "C") i`,
    [after, upto],
  );
  const [items] = rows;
  if (!items) throw new Error('An aggregate answers one row');
  return items;
}

/** A block as it is checked. */
export interface BlockRead extends Omit<ChainBlockRow, 'keys' | 'leaves'> {
  /** As the text of an array. */
  readonly keyText: string;
  readonly keyCount: number;
  readonly leafBytes: Buffer;
}

/** Reads blocks with their items, in order. */
export async function readBlocks(tx: EntityManager, from: bigint, to: bigint): Promise<BlockRead[]> {
  const { entities, raw } = await tx
    .getRepository(ChainBlockRow)
    .createQueryBuilder('b')
    .select(Object.keys(HEADER).map((name) => `b.${name}`))
    .addSelect('b.keys::text', 'key_text')
    .addSelect('cardinality(b.keys)', 'key_count')
    .addSelect(
      `(select coalesce(string_agg(l, '' order by n), '') from unnest(b.leaves) with ordinality u(l, n))`,
      'leaf_bytes',
    )
    .where('b.height between :from and :to', { from, to })
    .orderBy('b.height')
    .getRawAndEntities<{ key_text: string; key_count: number; leaf_bytes: Buffer }>();
  return entities.flatMap((header, index) => {
    const items = raw[index];
    if (!items) return [];
    return [{ ...header, keyText: items.key_text, keyCount: items.key_count, leafBytes: items.leaf_bytes }];
  });
}

/** Hashes of items apart. */
export function leavesOf(bytes: Buffer): Buffer[] {
  return Array.from({ length: bytes.length / HASH_BYTES }, (_, n) =>
    bytes.subarray(n * HASH_BYTES, (n + 1) * HASH_BYTES),
  );
}

const HASH_BYTES = 32;

/** A block as its header. */
export function headerOf(row: Omit<ChainBlockRow, 'keys' | 'leaves'>): BlockHeader {
  return {
    height: Number(row.height),
    previousRoot: row.previousRoot.toString('hex'),
    merkleRoot: row.merkleRoot.toString('hex'),
    firstPosition: Number(row.firstPosition),
    items: row.items,
    uptoXid: Number(row.uptoXid),
    chainedAt: row.chainedAt.toISOString(),
  };
}
