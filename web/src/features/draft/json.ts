/** A definition as it is being written: JSON of a language of rows that may still be incomplete. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/** A place in a definition, written as faults write it: `condition.of.1.daysBefore`. */
export type Path = string;

export const isObject = (json: Json | undefined): json is JsonObject =>
  typeof json === 'object' && json !== null && !isList(json);

export const isList = (json: Json | undefined): json is readonly Json[] => Array.isArray(json);

/** What stands at a place; undefined when there is none. */
export function at(root: Json, path: Path): Json | undefined {
  if (path === '') return root;
  return path.split('.').reduce<Json | undefined>((json, key) => {
    if (isList(json)) return json[Number(key)];
    return isObject(json) ? json[key] : undefined;
  }, root);
}

/** The same with another value at a place; what lies around it is kept. */
export function put(root: Json, path: Path, value: Json): Json {
  if (path === '') return value;
  const [key = '', ...rest] = path.split('.');
  const below = (json: Json | undefined) => put(json ?? null, rest.join('.'), value);
  if (isList(root)) return root.map((item, index) => (index === Number(key) ? below(item) : item));
  const object = isObject(root) ? root : {};
  return { ...object, [key]: below(object[key]) };
}

/** The place around a place, and the last step to it. */
export function parentOf(path: Path): [parent: Path, key: string] {
  const dot = path.lastIndexOf('.');
  return dot < 0 ? ['', path] : [path.slice(0, dot), path.slice(dot + 1)];
}

/** The text or number at a place as text; blank when there is none. */
export function textAt(root: Json, path: Path): string {
  const value = at(root, path);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The list of texts at a key; none when there is no such list. */
export const textsOf = (json: Json | undefined): string[] => (isList(json) ? json.map(String) : []);

/** What is wrong at a place of a draft, in the language of the page. */
export interface DraftFault {
  path: Path;
  code: string;
  message: string;
}

/** True when a fault is about the place or what lies in it. */
export const isWithin = (fault: Path, place: Path): boolean => fault === place || fault.startsWith(`${place}.`);
