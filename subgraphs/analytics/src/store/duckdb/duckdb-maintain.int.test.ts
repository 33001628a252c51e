import { join } from 'node:path';
import { aLine, aReceipt } from '../../../test/builders';
import { freshFolder, silent } from '../../../test/harness';
import { collectFacts } from '../../features/ingest/event.facts';
import { receiptFacts } from '../../features/ingest/receipt.facts';
import { appendFacts } from './duckdb-append';
import { refreshFeatures } from './duckdb-features';
import { openDuckdbFile } from './duckdb-file';
import { maintain } from './duckdb-maintain';

const booked = (purchaseId: string, pieces: number, originalPurchaseId: string | null) =>
  collectFacts([
    {
      booked: [
        receiptFacts(
          aReceipt({
            ...{ purchaseId, originalPurchaseId, kind: pieces < 0 ? 'RETURN' : 'SALE' },
            memberId: '00000000-0000-7000-8000-000000000001',
            lines: [aLine({ quantityMilli: pieces * 1_000 })],
          }),
        ),
      ],
    },
  ]);

describe('a table that is put in order', () => {
  it('keeps what became of a sale while it was copied', async () => {
    const folder = freshFolder();
    const path = join(folder.path, 'analytics.duckdb');
    const file = await openDuckdbFile({ path, memoryLimit: '256MB', log: silent });
    const { writer, keeper } = file;
    await appendFacts(writer, booked('sale', 1, null), []);
    let comesBack = true;
    await maintain({
      keeper,
      whileWriting: async (work) => {
        if (comesBack) {
          comesBack = false;
          await appendFacts(writer, booked('back', -1, 'sale'), []);
          await refreshFeatures(writer);
        }
        return work(writer);
      },
      report: () => undefined,
      stopping: () => false,
    });
    const found = await writer.runAndReadAll('SELECT receipt_id, stands FROM member_receipts ORDER BY receipt_id');
    expect(found.getRowObjectsJson()).toEqual([
      { receipt_id: 'back', stands: false },
      { receipt_id: 'sale', stands: false },
    ]);
    file.close();
    folder.remove();
  });
});
