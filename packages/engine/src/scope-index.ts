import type { BasketLine } from './basket';
import type { Scope } from './promotion';

/** Finds the owners whose scope contains a line without looking at the others. */
export interface ScopeIndex {
  /** Calls `found` for each owner whose restricted scope contains the line; an owner may be found twice. */
  match(line: BasketLine, found: (owner: number) => void): void;
}

/** Each scope is filed under the entries of its narrowest list; the other lists are compared when it is looked up. */
export function indexScopes(scopes: readonly Scope[]): ScopeIndex {
  const bySku = new Map<string, Entry[]>();
  const byBrand = new Map<string, Entry[]>();
  const byCategory = new Map<string, Entry[]>();
  scopes.forEach((scope, owner) => {
    const entry: Entry = {
      owner,
      skus: new Set(scope.skus),
      brands: new Set(scope.brands),
      categories: pathSet(scope),
    };
    if (entry.skus.size > 0) file(bySku, entry.skus, entry);
    else if (entry.brands.size > 0) file(byBrand, entry.brands, entry);
    else file(byCategory, entry.categories, entry);
  });
  return {
    match(line, found) {
      const paths = line.category === null ? [] : categoryPaths(line.category);
      const look = (entries: readonly Entry[] | undefined): void => {
        for (const entry of entries ?? []) if (contains(entry, line, paths)) found(entry.owner);
      };
      look(bySku.get(line.sku));
      if (line.brand !== null) look(byBrand.get(line.brand));
      for (const path of paths) look(byCategory.get(path));
    },
  };
}

/** Whether a scope restricts anything. */
export function isEverything(scope: Scope): boolean {
  return scope.skus.length === 0 && scope.brands.length === 0 && scope.categories.length === 0;
}

/** Makes the question whether the scope contains a line. */
export function compileScope(scope: Scope): (line: BasketLine) => boolean {
  if (isEverything(scope)) return () => true;
  const index = indexScopes([scope]);
  return (line) => {
    let isFound = false;
    index.match(line, () => (isFound = true));
    return isFound;
  };
}

/** `A > B > C` gives `A`, `A > B`, `A > B > C`. */
export function categoryPaths(category: string): string[] {
  const paths: string[] = [];
  for (const part of category.split('>')) {
    const name = part.trim();
    if (name !== '') paths.push(paths.length === 0 ? name : `${paths[paths.length - 1]} > ${name}`);
  }
  return paths;
}

interface Entry {
  owner: number;
  skus: ReadonlySet<string>;
  brands: ReadonlySet<string>;
  categories: ReadonlySet<string>;
}

const pathSet = ({ categories }: Scope): Set<string> =>
  new Set(categories.flatMap((category) => categoryPaths(category).at(-1) ?? []));

function contains({ skus, brands, categories }: Entry, line: BasketLine, paths: readonly string[]): boolean {
  if (skus.size > 0 && !skus.has(line.sku)) return false;
  if (brands.size > 0 && (line.brand === null || !brands.has(line.brand))) return false;
  return categories.size === 0 || paths.some((path) => categories.has(path));
}

function file(index: Map<string, Entry[]>, keys: ReadonlySet<string>, entry: Entry): void {
  for (const key of keys) {
    const entries = index.get(key);
    if (entries === undefined) index.set(key, [entry]);
    else entries.push(entry);
  }
}
