import type { Client } from 'urql';
import { readCsv, type CsvRecord } from '@/features/imports/reading/csv-records';
import { openFile } from '@/features/imports/reading/open-file';
import { Rejected } from '@/features/imports/running/rejected';
import { ImportMemberListDocument, type ImportInput } from '@/graphql/generated/graphql';
import { newId } from '@/ui/new-id';

/** How far a file has got. */
export interface SentFile {
  /** From 0 to 1. */
  done: number;
  landed: number;
  unchanged: number;
  rejected: Rejected;
}

const columns = ['id', 'member_id', 'card_number', 'phone'];
const chunkRows = 1_000;

interface Row {
  line: number;
  fields: string[];
}

/** Sends the members of a file to a list, chunk by chunk; throws when no column of it names members. */
export async function sendFile(
  client: Client,
  listId: string,
  file: File,
  onProgress: (sent: SentFile) => void,
): Promise<void> {
  let bytes = 0;
  const csv = await readCsv(await openFile(file, 'utf-8', (read) => (bytes += read)));
  const places = csv.header.flatMap((name, at) => (columns.includes(name.trim().toLowerCase()) ? [at] : []));
  const input = { importId: newId(), columns: places.map((at) => csv.header[at]?.trim().toLowerCase() ?? '') };
  const sent: SentFile = { done: 0, landed: 0, unchanged: 0, rejected: new Rejected(csv.header) };
  if (places.length === 0) throw new NoMemberColumn();
  let rows: Row[] = [];
  const send = async () => {
    if (rows.length > 0) await sendRows(client, { listId, input, places, rows }, sent);
    rows = [];
    onProgress({ ...sent, done: file.size === 0 ? 1 : Math.min(bytes / file.size, 1) });
  };
  for await (const record of csv.records) {
    if (isFaulty(record)) sent.rejected.add([], { column: null, ...record.fault, line: record.line });
    else rows.push(record);
    if (rows.length === chunkRows) await send();
  }
  await send();
}

/** The file has none of the columns that name members. */
export class NoMemberColumn extends Error {}

const isFaulty = (record: CsvRecord): record is Extract<CsvRecord, { fault: object }> => 'fault' in record;

interface Chunk {
  listId: string;
  input: Pick<ImportInput, 'importId' | 'columns'>;
  places: number[];
  rows: Row[];
}

async function sendRows(client: Client, { listId, input, places, rows }: Chunk, sent: SentFile) {
  const chunk = rows.map(({ line, fields }) => ({ line, values: places.map((at) => fields[at] ?? null) }));
  const { data, error } = await client
    .mutation(ImportMemberListDocument, { listId, input: { ...input, rows: chunk } })
    .toPromise();
  const answer = data?.importMemberList;
  if (answer === undefined) throw error ?? new Error('No answer');
  if (answer.__typename !== 'ImportLanded') throw new Error(answer.message);
  sent.landed += answer.landed;
  sent.unchanged += answer.unchanged;
  const byLine = new Map(rows.map(({ line, fields }) => [line, fields]));
  for (const rejection of answer.rejected) sent.rejected.add(byLine.get(rejection.line) ?? [], rejection);
}
