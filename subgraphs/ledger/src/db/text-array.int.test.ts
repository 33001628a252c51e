import fc from 'fast-check';
import { startLedger, type TestLedger } from '../../test/harness';
import { textArray } from './text-array';

let ledger: TestLedger;
beforeAll(async () => void (ledger = await startLedger()));
afterAll(() => ledger.stop());

it('writes any texts so that Postgres reads the same texts', async () => {
  // Postgres keeps no NUL, and half a surrogate pair is no text.
  const text = fc.string({ unit: 'grapheme' }).filter((one) => !one.includes('\u0000') && one.isWellFormed());
  await fc.assert(
    fc.asyncProperty(fc.array(fc.option(text)), async (texts) => {
      const [read]: { texts: unknown }[] = await ledger.db.query('select $1::text[] as texts', [textArray(texts)]);
      expect(read?.texts).toEqual(texts);
    }),
    { numRuns: 200 },
  );
});
