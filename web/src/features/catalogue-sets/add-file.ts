import type { Client } from 'urql';
import { readCsv, type CsvRecord } from '@/features/imports/reading/csv-records';
import { openFile } from '@/features/imports/reading/open-file';
import { AddToProductSetDocument, type AddToProductSetInput } from '@/graphql/generated/graphql';
import { newId } from '@/ui/new-id';

export interface Rejected {
  line: number;
  /** Null when the whole line cannot be read. */
  column: string | null;
  reason: string;
}

export interface AddedFile {
  landed: number;
  unchanged: number;
  rejected: Rejected[];
}

const chunkRows = 1_000;

/** Sends the SKUs of a file to a list, chunk by chunk; throws a sentence when the file is no list of SKUs. */
export async function addFile(client: Client, setId: string, file: File): Promise<AddedFile> {
  const csv = await readCsv(await openFile(file, 'utf-8', () => undefined));
  const skuAt = csv.header.findIndex((name) => name.toLowerCase() === 'sku');
  const total: AddedFile = { landed: 0, unchanged: 0, rejected: [] };
  const shared = { setId, importId: newId(), columns: [skuAt < 0 ? (csv.header[0] ?? '') : 'sku'] };
  let rows: AddToProductSetInput['rows'][number][] = [];
  const send = async () => {
    if (rows.length === 0) return;
    add(total, await sendRows(client, { ...shared, rows }));
    rows = [];
  };
  for await (const record of csv.records) {
    const row = rowOf(record, skuAt);
    if ('reason' in row) total.rejected.push(row);
    else rows.push(row);
    if (rows.length === chunkRows) await send();
  }
  await send();
  return total;
}

function rowOf(record: CsvRecord, skuAt: number): AddToProductSetInput['rows'][number] | Rejected {
  if ('fault' in record) return { line: record.line, column: null, reason: record.fault.reason };
  return { line: record.line, values: [record.fields[skuAt] ?? null] };
}

async function sendRows(client: Client, input: AddToProductSetInput): Promise<AddedFile> {
  const { data, error } = await client.mutation(AddToProductSetDocument, { input }).toPromise();
  const answer = data?.addToProductSet;
  if (answer === undefined) throw error ?? new Error('No answer');
  if (answer.__typename !== 'ImportLanded') throw new Error(answer.message);
  return answer;
}

function add(total: AddedFile, { landed, unchanged, rejected }: AddedFile) {
  total.landed += landed;
  total.unchanged += unchanged;
  total.rejected.push(...rejected);
}
