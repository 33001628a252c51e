/** A category with those right below it. */
export interface Branch {
  path: string;
  name: string;
  products: number;
  below: Branch[];
}

const separator = ' > ';

/** Paths in order, each after what it is below, as a tree. */
export function branchesOf(categories: readonly { path: string; products: number }[]): Branch[] {
  const roots: Branch[] = [];
  const known = new Map<string, Branch>();
  for (const { path, products } of categories) {
    const at = path.lastIndexOf(separator);
    const branch = { path, name: at < 0 ? path : path.slice(at + separator.length), products, below: [] };
    known.set(path, branch);
    const parent = at < 0 ? undefined : known.get(path.slice(0, at));
    (parent?.below ?? roots).push(branch);
  }
  return roots;
}
