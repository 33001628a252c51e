import { CouponsTold } from '@adal/events';
import { aLine, aMember, aReceipt } from '../../test/builders';
import { engines } from '../../test/golden/engines';
import { aCouponWorld } from '../../test/golden/segment-coupons';
import { ZONE } from '../../test/harness';
import { collectFacts, type EventFacts } from '../features/ingest/event.facts';
import { intakes } from '../features/ingest/event.intakes';
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

  it('know coupons, and nobody who has left', async () => {
    const store = await open();
    const [leaver, stayer] = [aMember(), aMember({ birthDate: null })];
    const ids = [leaver.memberId, stayer.memberId];
    const { pools, coupons, uses } = aCouponWorld(7, '2026-03-20', ids);
    const told = intakes.find(({ contract }) => contract.subject === CouponsTold.subject);
    const news = { id: '', subject: CouponsTold.subject, occurredAt: new Date(), correlationId: '', zone: ZONE };
    const sales = ids.map((memberId) => aReceipt({ memberId, lines: [aLine({ pointsEarnedMinor: 5 })] }));
    const lot = { status: 'ACTIVE', leftMinor: 5, activatesAt: new Date(), expiresAt: null, source: 'GRANT' };
    const lots = ids.map((memberId) => ({ ...lot, lotId: memberId, memberId, revision: 1, legalEntity: 'MAIN' }));
    const tell = (...events: EventFacts[]): Promise<void> => store.append(collectFacts(events), []);
    await tell(
      { members: [leaver, stayer].map((member) => memberFacts(member, ZONE)) },
      { booked: sales.map((sale) => receiptFacts(sale)), lots },
      told?.read({ ...news, data: { pools, coupons, uses } }) ?? {},
    );
    const ask = (sql: string) => store.query({ sql, parameters: {} });
    const count = async (view: string): Promise<number> => (await ask(`SELECT * FROM ${view}`)).length;
    expect([await count('bi_coupon_pools'), await count('bi_coupons'), await count('bi_coupon_uses')]).toEqual([
      ...[pools.length, coupons.length, uses.length],
    ]);
    const owners = async (view: string): Promise<unknown[]> =>
      (await ask(`SELECT DISTINCT member_id AS id FROM ${view} WHERE member_id IS NOT NULL`))
        .map(({ id }) => id)
        .sort();
    const views = ['bi_receipts', 'bi_lines', 'bi_points', 'bi_lots', 'bi_coupons', 'bi_coupon_uses'];
    for (const view of views) expect(await owners(view)).toEqual(ids.toSorted());
    await tell({ members: [memberFacts({ ...leaver, revision: 2, status: 'CLOSED' }, ZONE)] });
    for (const view of views) expect(await owners(view)).toEqual([stayer.memberId]);
    expect(await count('bi_receipts')).toBe(2);
    await store.close();
  });
});

it('are read in ClickHouse by who may read nothing else', async () => {
  const store = await engines.find(([name]) => name === 'ClickHouse')?.[1]();
  for (const { name } of BI_VIEWS) {
    const [made] = (await store?.query({ sql: `SHOW CREATE VIEW ${name}`, parameters: {} })) ?? [];
    expect(made?.['statement']).toMatch(/DEFINER = \w+ SQL SECURITY DEFINER/);
  }
  await store?.close();
});
