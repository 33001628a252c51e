import { z } from 'zod';
import { sha256 } from './merkle';

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

/** The root of a block, in hex: it binds everything before. */
export function rootOfBlock(block: BlockHeader): string {
  const { previousRoot, merkleRoot, height, firstPosition, items, uptoXid, chainedAt } = block;
  const figures = [height, firstPosition, items, uptoXid, Date.parse(chainedAt)].map((figure) => {
    const bytes = Buffer.alloc(8);
    bytes.writeBigInt64BE(BigInt(figure));
    return bytes;
  });
  return sha256(Buffer.concat([Buffer.from(previousRoot, 'hex'), Buffer.from(merkleRoot, 'hex'), ...figures])).toString(
    'hex',
  );
}
