import { hrefOf } from './drill';
import { months } from './report.fixture';
import type { Drill } from './view';

const receipts = (drill: object): Drill => ({
  ...{ __typename: 'ReportDrillReceipts', from: '2026-11-22', to: '2026-11-22', storeId: null, hour: null },
  isIdentified: null,
  ...drill,
});

describe('a way down', () => {
  it('leads to another report with its own filters, and takes the segment and the comparison along', () => {
    const current = new URLSearchParams({ segment: 's1', compare: 'year', period: 'year', by: 'store' });
    const href = hrefOf(months.rows[0]?.drill as Drill, current) ?? '';
    expect(href.split('?')[0]).toBe('/reports/sales');
    expect(Object.fromEntries(new URLSearchParams(href.split('?')[1]))).toEqual({
      ...{ segment: 's1', compare: 'year', city: 'Алматы\n?', from: '2026-10-01', to: '2026-10-31', grain: 'DAY' },
    });
  });

  it('leads to members as conditions of a segment that has no name yet', () => {
    const drill: Drill = { __typename: 'ReportDrillMembers', definition: { kind: 'ALL', of: [] } };
    expect(hrefOf(drill, new URLSearchParams())).toBe(
      `/segments/new?definition=${encodeURIComponent('{"kind":"ALL","of":[]}')}`,
    );
  });

  it.each([
    [{ storeId: 'ALM-1', isIdentified: true }, '/receipts?store=ALM-1&from=2026-11-22&to=2026-11-22&who=member'],
    [{ hour: 9 }, '/receipts?from=2026-11-22&to=2026-11-22&fromTime=09%3A00&toTime=10%3A00'],
    [{ hour: 23, isIdentified: false }, '/receipts?from=2026-11-22&to=2026-11-22&fromTime=23%3A00&who=anonymous'],
  ])('leads to receipts: %j', (drill, href) => {
    expect(hrefOf(receipts(drill), new URLSearchParams())).toBe(href);
  });

  it('leads nowhere when receipts of an hour of many days are asked for: the list cannot show them', () => {
    expect(hrefOf(receipts({ hour: 9, to: '2026-11-23' }), new URLSearchParams())).toBeUndefined();
  });
});
