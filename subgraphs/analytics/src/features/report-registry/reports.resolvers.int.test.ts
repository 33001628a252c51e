import { randomUUID } from 'node:crypto';
import { PurchaseConfirmed } from '@adal/events';
import { aLine, anEvent, aReceipt } from '../../../test/builders';
import { ANALYST, ANONYMOUS, soon, startAnalytics, type TestAnalytics } from '../../../test/harness';
import type { Report } from '../../generated/graphql';
import { reportPresets } from '.';

const REPORT = /* GraphQL */ `
  query ($input: ReportInput!) {
    report(input: $input) {
      key
      from
      to
      comparedFrom
      comparedTo
      figures {
        key
        value
        compared
      }
      tables {
        key
        columns {
          key
          unit
          isDimension
        }
        rows {
          cells {
            text
            value
            compared
          }
          drill {
            __typename
            ... on ReportDrillReport {
              report
              from
              to
              grain
              filters {
                dimension
                values
              }
            }
            ... on ReportDrillReceipts {
              from
              storeId
              hour
              isIdentified
            }
          }
        }
        total {
          value
        }
      }
    }
  }
`;
const MARCH = { key: 'sales', from: '2026-03-01', to: '2026-03-31' };
const rest = { balance: null, pointsActivateAt: null, pointsExpireAt: null };

describe('report', () => {
  let analytics: TestAnalytics;
  beforeAll(async () => {
    analytics = await startAnalytics();
  });
  afterAll(() => analytics.stop());

  const ask = async (input: object, actor = ANALYST): Promise<Report> => {
    const { data } = await analytics.execute(actor, REPORT, { input: { ...MARCH, ...input } });
    return data?.['report'] as Report;
  };
  const refusal = async (input: object, actor = ANALYST): Promise<unknown[]> => {
    const { errors } = await analytics.execute(actor, REPORT, { input: { ...MARCH, ...input } });
    return [errors?.[0]?.extensions?.['code'], errors?.[0]?.message];
  };
  const revenue = async (input: object, actor = ANALYST): Promise<number | null | undefined> =>
    (await ask(input, actor)).figures[0]?.value;

  it('leads from the month to the receipt, and moves as receipts arrive', async () => {
    await analytics.publish(
      anEvent(PurchaseConfirmed, { receipt: aReceipt(), ...rest }),
      anEvent(PurchaseConfirmed, {
        receipt: aReceipt({ businessDay: '2026-02-28', lines: [aLine({ amountMinor: 4_000 })] }),
        ...rest,
      }),
    );
    await soon(async () => (await revenue({})) === 100);
    const months = await ask({ grain: 'MONTH', compare: 'PREVIOUS_PERIOD' });
    expect(months).toMatchObject({ from: '2026-03-01', comparedFrom: '2026-01-29', comparedTo: '2026-02-28' });
    expect(months.figures[0]).toEqual({ key: 'sales.revenue', value: 100, compared: 40 });
    const march = months.tables[0]?.rows[0];
    expect(march?.cells[0]?.text).toBe('2026-03-01');
    expect(march?.drill).toEqual({
      __typename: 'ReportDrillReport',
      ...{ report: 'sales', from: '2026-03-01', to: '2026-03-31', grain: 'DAY', filters: [] },
    });
    const days = await ask({ grain: 'DAY' });
    expect(days.tables[0]?.rows).toHaveLength(31);
    expect(days.tables[0]?.rows[9]).toMatchObject({ cells: [{ text: '2026-03-10' }, { value: 100 }, {}, {}] });
    const hours = await ask({ from: '2026-03-10', to: '2026-03-10', grain: 'HOUR' });
    expect(hours.tables[0]?.rows[12]?.cells[0]?.text).toBe('2026-03-10T12');
    expect(hours.tables[0]?.rows[12]?.drill).toEqual({
      __typename: 'ReportDrillReceipts',
      ...{ from: '2026-03-10', storeId: null, hour: 12, isIdentified: null },
    });
  });

  it.each([
    [{ key: 'nothing' }, `There is no report nothing. There are: ${reportPresets.map(({ key }) => key).join(', ')}.`],
    [{ grain: 'YEAR' }, 'sales has no grain YEAR. There are: DAY, HOUR, WEEK, MONTH.'],
    [{ by: 'colour' }, 'sales has no cut colour. There are: store, city, brand, category, identified.'],
    [{ filters: [{ dimension: 'store', values: [] }] }, 'A filter needs at least one value.'],
    [{ windowDays: 30 }, 'sales has no window of 30 days. It has none.'],
    [{ from: '2026-04-01' }, 'from must not be after to.'],
    [{ from: '1970-01-01' }, 'from and to must be within 1976-01-01 and 2148-12-31.'],
    [{ from: '2021-03-31' }, 'A report covers at most 5 years.'],
    [
      { from: '2025-01-01', grain: 'HOUR' },
      'The answer has more than 2000 rows: ask for a shorter period, a coarser grain or fewer values.',
    ],
    [{ locale: 'de' }, 'There is no language de. There are: ru, kk, en.'],
    [{ segmentId: randomUUID() }, 'There is no segment with this id.'],
    [{ definition: { kind: 'ALL', of: 1 } }, 'definition.of: ALL needs a list of conditions.'],
  ])('refuses %j and says what exists', async (input, message) => {
    expect(await refusal(input)).toEqual(['BAD_USER_INPUT', message]);
  });

  it('shows a store manager the own stores alone, and nobody without the permission anything', async () => {
    const manager = { ...ANALYST, storeIds: ['S2'] };
    expect(await revenue({}, manager)).toBe(0);
    expect(await revenue({}, { ...manager, storeIds: ['S1', 'S2'] })).toBe(100);
    expect((await refusal({}, ANONYMOUS))[0]).toBe('UNAUTHENTICATED');
    expect((await refusal({}, { ...ANALYST, permissions: new Set() }))[0]).toBe('FORBIDDEN');
  });

  it('lists what can be asked for in three languages', async () => {
    const document =
      '{ reports { key group grains cuts filters comparable windowDays en: name ru: name(locale: "ru") kk: description(locale: "kk") } }';
    const { data } = await analytics.execute(ANALYST, document);
    const reports = data?.['reports'] as { key: string; en: string; ru: string; kk: string }[];
    expect(reports.map(({ key }) => key)).toEqual(reportPresets.map(({ key }) => key));
    expect(reports[0]).toMatchObject({ en: 'Sales', ru: 'Продажи', group: 'SALES', comparable: true });
  });
});
