import fc from 'fast-check';
import { RecordSplitter } from './split-records';

function split(text: string, size: number): string[] {
  const splitter = new RecordSplitter(',');
  const blocks: string[] = [];
  for (let at = 0; at < text.length; at += size) blocks.push(splitter.push(text.slice(at, at + size)));
  blocks.push(splitter.rest().text);
  return blocks.filter((block) => block !== '');
}

const field = fc.oneof(fc.string(), fc.constantFrom('a"b', '"', '""', 'x\ny', ',', '5" nails')).map(quoted);
const records = fc.array(fc.array(field, { minLength: 1, maxLength: 4 }).map((fields) => fields.join(',') + '\n'));

describe('cutting a file into records', () => {
  it('loses and invents nothing, wherever the stream is cut', () => {
    fc.assert(
      fc.property(records, fc.integer({ min: 1, max: 9 }), (lines, size) => {
        expect(split(lines.join(''), size).join('')).toBe(lines.join(''));
      }),
    );
  });

  it('never ends a block inside a record', () => {
    fc.assert(
      fc.property(records, fc.integer({ min: 1, max: 9 }), (lines, size) => {
        const ends = new Set<number>();
        lines.reduce((at, line) => (ends.add(at + line.length), at + line.length), 0);
        let at = 0;
        for (const block of split(lines.join(''), size)) expect(ends).toContain((at += block.length));
      }),
    );
  });

  it('takes a quote inside a plain field as a character', () => {
    expect(split('a,5" nails\nb,c\n', 3).join('|')).toBe('a,5" nails\n|b,c\n');
  });

  it('says when a quote was never closed', () => {
    const splitter = new RecordSplitter(',');
    expect(splitter.push('a,b\n1,"2\n3,4\n')).toBe('a,b\n');
    expect(splitter.rest()).toEqual({ text: '1,"2\n3,4\n', unclosed: true });
  });
});

function quoted(value: string): string {
  return /^"|[,\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
