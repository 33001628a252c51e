import type { Pool } from 'pg';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver';
import { startPromotions, type Promotions } from '../../../test/harness';
import { askQuote } from '../../../test/quoting';

let promotions: Promotions;
beforeAll(async () => {
  promotions = await startPromotions();
  await promotions.haveStore();
});
afterAll(() => promotions.stop());

const goods = { kind: 'CATEGORY', in: ['Shoes'] };

it('looks no further than the promotions ask: history, holidays, segments and lists are left alone', async () => {
  await promotions.haveRunning({}, { condition: { kind: 'GENDER', gender: 'FEMALE' } });
  const { memberId } = await promotions.haveMember({ gender: 'FEMALE' });
  const asked = async (basket: object = { member: { id: memberId } }) => {
    const spy = jest.spyOn((promotions.db.driver as PostgresDriver).master as Pool, 'query');
    await askQuote(promotions, basket);
    const statements = spy.mock.calls
      .map(([asked]) => (asked as unknown as { text: string }).text)
      .filter((sql) => sql.includes('from store'));
    spy.mockRestore();
    const tables = [
      'receipt',
      'member_purchases',
      'holiday',
      'segment_member',
      'member_list_entry',
      'member_attribute',
    ];
    return {
      statements: statements.length,
      reads: tables.filter((table) => statements.join(' ').includes(`from ${table} `)),
    };
  };
  await asked();
  expect(await asked()).toEqual({ statements: 1, reads: [] });
  await promotions.haveRunning(
    {},
    { condition: { kind: 'BOUGHT', goods, measure: 'SUM', withinDays: 30, atLeast: '1000.00' } },
  );
  // The first quote learns that history is needed now, and asks again; from then on once is enough.
  expect(await asked()).toEqual({ statements: 2, reads: ['receipt'] });
  expect(await asked()).toEqual({ statements: 1, reads: ['receipt'] });
  expect(await asked({})).toEqual({ statements: 1, reads: [] });
});
