import { kindsOfFile, type ImportKind } from './kinds';

/** For each column of the service: the column of the file it is filled from. A column that is absent is not sent. */
export type Mapping = Record<string, string>;

/** Pairs columns by name, in whatever case and spelling; `attr:` columns go as they are. */
export function suggestMapping(kind: ImportKind, header: string[]): Mapping {
  const columns = [...kindsOfFile[kind].required, ...kindsOfFile[kind].optional];
  const pairs = columns.flatMap((column): [string, string][] => {
    const found = header.find((name) => name === column) ?? header.find((name) => plain(name) === plain(column));
    return found === undefined ? [] : [[column, found]];
  });
  const attributes = header.filter((name) => name.startsWith('attr:')).map((name): [string, string] => [name, name]);
  return Object.fromEntries<string>([...pairs, ...attributes]);
}

/** Required columns that nothing fills yet. */
export function missingColumns(kind: ImportKind, mapping: Mapping): string[] {
  return kindsOfFile[kind].required.filter((column) => mapping[column] === undefined);
}

/** The columns to send and how a record of the file becomes their values. */
export function compileMapping(mapping: Mapping, header: string[]) {
  const columns = Object.keys(mapping);
  const places = columns.map((column) => header.indexOf(mapping[column] ?? ''));
  return { columns, valuesOf: (fields: string[]) => places.map((place) => fields[place] ?? '') };
}

/** True when every column of the file goes under its own name: what an import without any mapping sends. */
export function isPlain(mapping: Mapping, header: string[]): boolean {
  return Object.keys(mapping).length === header.length && Object.entries(mapping).every(([to, from]) => to === from);
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
