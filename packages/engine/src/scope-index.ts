import type { BasketLine } from './basket';
import type { Scope, Selector } from './promotion';

/** Finds the owners whose scope contains a line without looking at the others. */
export interface ScopeIndex {
  /** Calls `found` for each owner with a scope of its own that contains the line; an owner may be found twice. */
  match(line: BasketLine, found: (owner: number) => void): void;
}

interface Entry {
  owner: number;
  selector: Selector;
}

/** Each selector is filed once, under its narrowest facet; the other facets are compared when it is looked up. */
export function indexScopes(scopes: readonly Scope[]): ScopeIndex {
  const bySku = new Map<string, Entry[]>();
  const byBrand = new Map<string, Entry[]>();
  const byCategory = new Map<string, Entry[]>();
  scopes.forEach((scope, owner) => {
    for (const selector of scope) {
      const entry = { owner, selector: normalise(selector) };
      if (entry.selector.sku !== undefined) file(bySku, entry.selector.sku, entry);
      else if (entry.selector.brand !== undefined) file(byBrand, entry.selector.brand, entry);
      else if (entry.selector.category !== undefined) file(byCategory, entry.selector.category, entry);
    }
  });
  return {
    match(line, found) {
      const paths = line.category === null ? [] : categoryPaths(line.category);
      const look = (entries: readonly Entry[] | undefined): void => {
        for (const entry of entries ?? []) if (isWithin(entry.selector, line, paths)) found(entry.owner);
      };
      look(bySku.get(line.sku));
      if (line.brand !== null) look(byBrand.get(line.brand));
      for (const path of paths) look(byCategory.get(path));
    },
  };
}

/** Whether the scope contains the line; an empty scope contains every line. */
export function compileScope(scope: Scope): (line: BasketLine) => boolean {
  if (scope.length === 0) return () => true;
  const index = indexScopes([scope]);
  return (line) => {
    let contains = false;
    index.match(line, () => (contains = true));
    return contains;
  };
}

const SEPARATOR = ' > ';

/** `A > B > C` gives `A`, `A > B`, `A > B > C`. */
export function categoryPaths(category: string): string[] {
  const paths: string[] = [];
  for (const part of category.split('>')) {
    const name = part.trim();
    if (name !== '') paths.push(paths.length === 0 ? name : `${paths[paths.length - 1]}${SEPARATOR}${name}`);
  }
  return paths;
}

function normalise(selector: Selector): Selector {
  const category = selector.category === undefined ? undefined : categoryPaths(selector.category).at(-1);
  return category === undefined ? selector : { ...selector, category };
}

function isWithin(selector: Selector, line: BasketLine, paths: readonly string[]): boolean {
  if (selector.sku !== undefined && selector.sku !== line.sku) return false;
  if (selector.brand !== undefined && selector.brand !== line.brand) return false;
  return selector.category === undefined || paths.includes(selector.category);
}

function file(index: Map<string, Entry[]>, key: string, entry: Entry): void {
  const entries = index.get(key);
  if (entries === undefined) index.set(key, [entry]);
  else entries.push(entry);
}
