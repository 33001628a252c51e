import fc from 'fast-check';
import { rootOfPath } from './merkle-path';
import { merklePath, merkleRoot, sha256 } from './merkle';

const tree = fc
  .integer({ min: 1, max: 40 })
  .chain((size) => fc.tuple(fc.constant(size), fc.nat(size - 1)))
  .map(([size, index]) => ({ leaves: Array.from({ length: size }, (_, n) => sha256(`leaf ${n}`)), index }));

const leafAt = (leaves: readonly Buffer[], index: number): Buffer => leaves[index] ?? sha256('none');

const rootOf = (leaf: Buffer, index: number, leaves: number, path: readonly Buffer[]): Promise<string | null> =>
  rootOfPath({ leaf: leaf.toString('hex'), index, leaves, path: path.map((step) => step.toString('hex')) });

it('leads every leaf to the root by its path', () =>
  fc.assert(
    fc.asyncProperty(tree, async ({ leaves, index }) => {
      const found = await rootOf(leafAt(leaves, index), index, leaves.length, merklePath(leaves, index));
      expect(found).toBe(merkleRoot(leaves).toString('hex'));
    }),
  ));

it('leads no leaf to the root from another place, by another path or with other content', () =>
  fc.assert(
    fc.asyncProperty(tree, fc.nat(39), async ({ leaves, index }, other) => {
      const [root, path] = [merkleRoot(leaves).toString('hex'), merklePath(leaves, index)];
      const leaf = leafAt(leaves, index);
      if (other !== index) expect(await rootOf(leaf, other, leaves.length, path)).not.toBe(root);
      expect(await rootOf(sha256('changed'), index, leaves.length, path)).not.toBe(root);
      expect(await rootOf(leaf, index, leaves.length, [...path, leaf])).toBeNull();
      if (path.length > 0) expect(await rootOf(leaf, index, leaves.length, path.slice(1))).not.toBe(root);
    }),
  ));

it('gives other leaves, and the same in another order, another root', () => {
  fc.assert(
    fc.property(tree, ({ leaves, index }) => {
      const root = merkleRoot(leaves);
      expect(merkleRoot(leaves.with(index, sha256('changed')))).not.toEqual(root);
      expect(merkleRoot([...leaves, sha256('more')])).not.toEqual(root);
      if (leaves.length > 1) expect(merkleRoot([...leaves.slice(1), leafAt(leaves, 0)])).not.toEqual(root);
    }),
  );
});
