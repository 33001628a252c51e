import { z } from 'zod';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** A block of the ledger's hash chain without its items; hashes in hex. */
export const blockHeaderSchema = z.object({
  /** From 1 without a gap. */
  height: z.int(),
  /** 64 zeros before the first. */
  previousRoot: hash,
  merkleRoot: hash,
  /** Place of the first item in the whole chain, from 1. */
  firstPosition: z.int(),
  items: z.int(),
  /** The last transaction that is in it. */
  uptoXid: z.int(),
  chainedAt: z.iso.datetime({ offset: true }),
});
export type BlockHeader = z.infer<typeof blockHeaderSchema>;

/** What stands before the first block. */
export const NO_ROOT = '0'.repeat(64);

/** The bytes whose SHA-256 is the root of a block: it binds everything before. */
export function bytesOfBlock(block: BlockHeader): Uint8Array<ArrayBuffer> {
  const { previousRoot, merkleRoot, height, firstPosition, items, uptoXid, chainedAt } = block;
  const bytes = new Uint8Array(104);
  bytes.set(bytesOf(previousRoot));
  bytes.set(bytesOf(merkleRoot), 32);
  const view = new DataView(bytes.buffer);
  for (const [n, figure] of [height, firstPosition, items, uptoXid, Date.parse(chainedAt)].entries())
    view.setBigInt64(64 + n * 8, BigInt(figure));
  return bytes;
}

/** Bytes that are written in hex. */
export const bytesOf = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length: hex.length / 2 }, (_, n) => Number.parseInt(hex.slice(n * 2, n * 2 + 2), 16));
