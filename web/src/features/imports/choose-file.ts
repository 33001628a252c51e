import { kinds, kindsOfFile, type ImportKind } from './kinds';
import { suggestMapping } from './mapping';
import { readCsv } from './reading/csv-records';
import { openFile, type Encoding } from './reading/open-file';

/** A file whose header and first rows were read. */
export interface ChosenFile {
  file: File;
  encoding: Encoding;
  header: string[];
  sample: string[][];
  kind: ImportKind;
}

const sampleRows = 5;

/** Looks into a file: its columns, its first rows, and what it most likely holds. Throws `UnreadableFile`. */
export async function chooseFile(file: File, encoding: Encoding): Promise<ChosenFile> {
  const { header, records } = await readCsv(await openFile(file, encoding, () => undefined));
  const sample: string[][] = [];
  for await (const record of records) {
    if ('fields' in record) sample.push(record.fields);
    if (sample.length >= sampleRows) break;
  }
  return { file, encoding, header, sample, kind: likelyKind(file.name, header) };
}

// By name when the name says it, else the kind that finds most of its required columns.
function likelyKind(name: string, header: string[]): ImportKind {
  const named = kinds.find((kind) => name.toLowerCase().includes(kind));
  if (named !== undefined) return named;
  const found = (kind: ImportKind) => {
    const mapping = suggestMapping(kind, header);
    const { required } = kindsOfFile[kind];
    return required.filter((column) => mapping[column] !== undefined).length / required.length;
  };
  return kinds.reduce((best, kind) => (found(kind) > found(best) ? kind : best));
}
