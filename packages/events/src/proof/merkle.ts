import { hash } from 'node:crypto';
import { bytesOfBlock, type BlockHeader } from './block-header';

/** SHA-256. */
export const sha256 = (data: string | Uint8Array): Buffer => hash('sha256', data, 'buffer');

// Texts of leaves never begin with this byte, so that no node can pass for a leaf.
const node = Buffer.alloc(65, 1);
const join = (left: Buffer, right: Buffer): Buffer => {
  node.set(left, 1);
  node.set(right, 33);
  return sha256(node);
};

/** The root of a Merkle tree over these leaves, at least one; a node without a neighbour rises as it is. */
export function merkleRoot(leaves: readonly Buffer[]): Buffer {
  const root = levelsOf(leaves).at(-1)?.[0];
  if (!root) throw new Error('A tree has at least one leaf');
  return root;
}

/** The neighbours on the way from a leaf to the root. */
export function merklePath(leaves: readonly Buffer[], index: number): Buffer[] {
  return levelsOf(leaves).flatMap((level, depth) => {
    const neighbour = level[(index >> depth) ^ 1];
    return neighbour ? [neighbour] : [];
  });
}

/** The root of a block, in hex. */
export const rootOfBlock = (block: BlockHeader): string => sha256(bytesOfBlock(block)).toString('hex');

function levelsOf(leaves: readonly Buffer[]): (readonly Buffer[])[] {
  const levels = [leaves];
  for (let level = leaves; level.length > 1; levels.push(level)) {
    const below = level;
    level = Array.from({ length: (below.length + 1) >> 1 }, (_, index) => {
      const [left, right] = below.slice(index * 2, index * 2 + 2);
      if (!left) throw new Error('A tree has no holes');
      return right ? join(left, right) : left;
    });
  }
  return levels;
}
