import { bytesOf } from './block-header';

/** A leaf, its place from 0 among so many leaves, and its neighbours on the way to the root; hashes in hex. */
export interface PathToRoot {
  readonly leaf: string;
  readonly index: number;
  readonly leaves: number;
  readonly path: readonly string[];
}

/** The root that a leaf and its path lead to, in hex; null when the path is not that of the leaf at this place. */
export async function rootOfPath({ leaf, index, leaves, path }: PathToRoot): Promise<string | null> {
  const left = [...path];
  let node = leaf;
  for (let place = index, width = leaves; width > 1; place >>= 1, width = (width + 1) >> 1) {
    if ((place ^ 1) >= width) continue;
    const neighbour = left.shift();
    if (neighbour === undefined) return null;
    node = await (place % 2 === 0 ? join(node, neighbour) : join(neighbour, node));
  }
  return left.length === 0 && index < leaves ? node : null;
}

/** As the tree of the chain joins its nodes: the byte 1 before the two hashes. */
const join = (left: string, right: string): Promise<string> => sha256Hex(bytesOf(`01${left}${right}`));

/** SHA-256 in hex, by what both Node and browsers have. */
export async function sha256Hex(data: Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', data));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
