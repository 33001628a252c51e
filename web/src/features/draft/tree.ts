import { at, isList, isObject, parentOf, put, type Json, type JsonObject, type Path } from './json';

/** Conditions and goods are trees of the same make: ALL and ANY of a list, NOT of one. */
export const isGroup = (json: Json | undefined): boolean =>
  isObject(json) && (json.kind === 'ALL' || json.kind === 'ANY');

export const isNot = (json: Json | undefined): boolean => isObject(json) && json.kind === 'NOT';

/** Goods that nothing narrows. */
export const everything: JsonObject = { kind: 'EVERYTHING' };

/** One more part, of the group that stands there or of a new one; null is a tree with nothing in it. */
export function withPart(tree: Json | undefined, part: JsonObject): JsonObject {
  if (tree === null || tree === undefined) return part;
  if (isObject(tree) && isGroup(tree) && isList(tree.of)) return { ...tree, of: [...tree.of, part] };
  return { kind: 'ALL', of: [tree, part] };
}

/** The opposite: NOT of it, or what the NOT was of. */
export const negated = (tree: Json): Json =>
  isObject(tree) && isNot(tree) ? (tree.of ?? null) : { kind: 'NOT', of: tree };

/** Takes a part out of the tree that begins at `top`; a group that it leaves empty goes with it, and of all a `blank` stays. */
export function withoutPart(root: Json, path: Path, top: Path, blank: Json): Json {
  if (path === top) return put(root, top, blank);
  const [parent] = parentOf(path);
  const siblings = at(root, parent);
  if (!isList(siblings)) return withoutPart(root, parent, top, blank);
  if (siblings.length === 1) return withoutPart(root, parentOf(parent)[0], top, blank);
  return withoutItem(root, path);
}

/** The same list without an item. */
export function withoutItem(root: Json, path: Path): Json {
  const [parent, key] = parentOf(path);
  const list = at(root, parent);
  if (!isList(list)) return root;
  return put(
    root,
    parent,
    list.filter((_, index) => index !== Number(key)),
  );
}

/** The same list with an item moved by so many places; as it was when there is no such place. */
export function withMoved(root: Json, path: Path, by: number): Json {
  const [parent, key] = parentOf(path);
  const list = at(root, parent);
  const [from, to] = [Number(key), Number(key) + by];
  if (!isList(list) || to < 0 || to >= list.length) return root;
  const moved = [...list];
  moved.splice(to, 0, ...moved.splice(from, 1));
  return put(root, parent, moved);
}

/** A copy of an item after itself: in its list, or in a group of both where it stands alone. */
export function withCopy(root: Json, path: Path): Json {
  const item = at(root, path);
  if (item === undefined) return root;
  const [parent, key] = parentOf(path);
  const list = at(root, parent);
  if (!isList(list)) return put(root, path, { kind: 'ALL', of: [item, item] });
  return put(root, parent, [...list.slice(0, Number(key) + 1), ...list.slice(Number(key))]);
}

/** How many groups lie around a place. */
export const depthOf = (path: Path, top: Path): number =>
  path
    .slice(top.length)
    .split('.')
    .filter((key) => /^\d+$/.test(key)).length;
