import { toUnits, type ReadyRow, type ReceiptShape } from './units';

const shape = (grouped: boolean): ReceiptShape => ({ idAt: 0, lineNoAt: 2, numberLines: true, firstAt: [1], grouped });

async function unitsOf(ids: string[], receipts: ReceiptShape | null): Promise<ReadyRow[][]> {
  const rows = (async function* () {
    for (const [index, id] of ids.entries()) yield { line: index + 2, values: [id, `t${index}`], source: { id } };
  })();
  const units: ReadyRow[][] = [];
  for await (const unit of toUnits(rows, receipts)) units.push(unit);
  return units;
}

it('keeps neighbouring lines of a receipt together, numbered, with the first line’s header', async () => {
  const units = await unitsOf(['a', 'a', 'b'], shape(true));
  expect(units.map((unit) => unit.map((row) => row.values))).toEqual([
    [
      ['a', 't0', '1'],
      ['a', 't0', '2'],
    ],
    [['b', 't2', '1']],
  ]);
});

it('puts scattered lines of a receipt together in the order of the file, the same way every time', async () => {
  const ids = Array.from({ length: 500 }, (_, index) => `r${index % 37}`);
  const first = await unitsOf(ids, shape(false));
  expect(first).toHaveLength(37);
  expect(first.flat()).toHaveLength(500);
  for (const unit of first) {
    expect(new Set(unit.map((row) => row.source['id'])).size).toBe(1);
    expect(unit.map((row) => row.line)).toEqual([...unit.map((row) => row.line)].sort((a, b) => a - b));
  }
  expect(await unitsOf(ids, shape(false))).toEqual(first);
});

it('sends other kinds row by row', async () => expect(await unitsOf(['a', 'a'], null)).toHaveLength(2));
