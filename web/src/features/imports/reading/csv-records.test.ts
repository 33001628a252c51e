import { readCsv, type CsvRecord } from './csv-records';

async function* pieces(text: string, size = 5): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function read(text: string, size?: number): Promise<{ header: string[]; records: CsvRecord[] }> {
  const { header, records } = await readCsv(pieces(text, size));
  const all: CsvRecord[] = [];
  for await (const record of records) all.push(record);
  return { header, records: all };
}

describe('reading a CSV file', () => {
  it('gives each record the line it begins on, also after line breaks in fields and blank lines', async () => {
    const { header, records } = await read('\ufeffid,name\n1,"two\nlines"\n\n2,"say ""hi"""\n3,last', 100);
    expect(header).toEqual(['id', 'name']);
    expect(records).toEqual([
      { line: 2, fields: ['1', 'two\nlines'] },
      { line: 5, fields: ['2', 'say "hi"'] },
      { line: 6, fields: ['3', 'last'] },
    ]);
  });

  it('gives the same records whatever pieces the file comes in', async () => {
    const text = 'id,name\n' + Array.from({ length: 60 }, (_, row) => `${row},"a ""b"", ${row}\n\nc"\n`).join('');
    const whole = await read(text, text.length);
    expect(whole.records).toHaveLength(60);
    for (const size of [40, 41, 97]) expect(await read(text, size)).toEqual(whole);
  });

  it('reads Windows line ends and the semicolons of a Russian Excel', async () => {
    const { header, records } = await read('id;sum\r\n1;2,50\r\n2;3,00\r\n', 100);
    expect(header).toEqual(['id', 'sum']);
    expect(records).toEqual([
      { line: 2, fields: ['1', '2,50'] },
      { line: 3, fields: ['2', '3,00'] },
    ]);
  });

  it('gives back what cannot be read, with the reason, and goes on', async () => {
    const { records } = await read('id,name\n1\n2,\ufffd\n3,fine\n', 100);
    expect(records.map((record) => ('fault' in record ? record.fault.code : record.fields))).toEqual([
      'CSV_RAGGED',
      'NOT_UTF8',
      ['3', 'fine'],
    ]);
  });

  it('stops at a quote that is never closed and says where', async () => {
    const { records } = await read('id,name\n1,a\n2,"b\n3,c\n', 100);
    expect(records).toMatchObject([{ line: 2 }, { line: 3, fault: { code: 'CSV_UNCLOSED' } }]);
  });

  it('refuses what has no header to go by', async () => {
    await expect(read('')).rejects.toThrow('EMPTY');
    await expect(read('id,name,id\n1,2,3\n', 100)).rejects.toThrow('HEADER_REPEATED id');
  });
});
