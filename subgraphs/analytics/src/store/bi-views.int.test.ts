import { aMember, aReceipt } from '../../test/builders';
import { engines } from '../../test/golden/engines';
import { ZONE } from '../../test/harness';
import { collectFacts } from '../features/ingest/event.facts';
import { memberFacts } from '../features/ingest/member.facts';
import { receiptFacts } from '../features/ingest/receipt.facts';
import { BI_VIEWS } from './bi-views';

describe.each(engines)('the views of BI on %s', (_name, open) => {
  it('have the columns that are written down, a row for what counts, and nobody for nobody', async () => {
    const store = await open();
    const [buyer, stranger] = [aMember({ birthDate: '1990-02-28' }), aMember({ birthDate: null })];
    const sales = [aReceipt({ memberId: buyer.memberId }), aReceipt()];
    await store.append(collectFacts([{ members: [buyer, stranger].map((member) => memberFacts(member, ZONE)) }]), []);
    const moved = { ...buyer, revision: 2, city: 'Astana' };
    await store.append(
      collectFacts([{ members: [memberFacts(moved, ZONE)] }, { booked: sales.map((sale) => receiptFacts(sale)) }]),
      [],
    );
    for (const { name, columns } of BI_VIEWS) {
      const [row] = await store.query({ sql: `SELECT * FROM ${name} LIMIT 1`, parameters: {} });
      if (row) expect(Object.keys(row)).toEqual(columns.map((column) => column.name));
    }
    const ask = (sql: string): Promise<unknown> => store.query({ sql, parameters: {} });
    expect(await ask('SELECT member_id FROM bi_receipts WHERE member_id IS NOT NULL')).toEqual([
      { member_id: buyer.memberId },
    ]);
    expect(
      await ask('SELECT city, toString(birth_year) AS birth_year FROM bi_members WHERE birth_year IS NOT NULL'),
    ).toEqual([{ city: 'Astana', birth_year: '1990' }]);
    expect(await ask('SELECT birth_year FROM bi_members WHERE birth_year IS NULL')).toHaveLength(1);
    await store.close();
  });
});
