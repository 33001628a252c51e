import fc from 'fast-check';
import { merklePath, merkleRoot, rootOfPath, sha256 } from './merkle';

const tree = fc
  .integer({ min: 1, max: 40 })
  .chain((size) => fc.tuple(fc.constant(size), fc.nat(size - 1)))
  .map(([size, index]) => ({ leaves: Array.from({ length: size }, (_, n) => sha256(`leaf ${n}`)), index }));

const leafAt = (leaves: readonly Buffer[], index: number): Buffer => leaves[index] ?? sha256('none');

it('leads every leaf to the root by its path', () => {
  fc.assert(
    fc.property(tree, ({ leaves, index }) => {
      const path = merklePath(leaves, index);
      expect(rootOfPath(leafAt(leaves, index), index, leaves.length, path)).toEqual(merkleRoot(leaves));
    }),
  );
});

it('leads no leaf to the root from another place, by another path or with other content', () => {
  fc.assert(
    fc.property(tree, fc.nat(39), ({ leaves, index }, other) => {
      const root = merkleRoot(leaves);
      const path = merklePath(leaves, index);
      const leaf = leafAt(leaves, index);
      if (other !== index) expect(rootOfPath(leaf, other, leaves.length, path)).not.toEqual(root);
      expect(rootOfPath(sha256('changed'), index, leaves.length, path)).not.toEqual(root);
      expect(rootOfPath(leaf, index, leaves.length, [...path, leaf])).toBeNull();
      if (path.length > 0) expect(rootOfPath(leaf, index, leaves.length, path.slice(1))).not.toEqual(root);
    }),
  );
});

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
