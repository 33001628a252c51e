import { definition } from './report.fixture';
import { filterPatch, inputOf, valuesOf, viewOf } from './view';

const today = '2026-11-22';
const ask = (params: Record<string, string>) =>
  inputOf('sales', viewOf(new URLSearchParams(params), definition, today), 'en');

describe('the address of a report', () => {
  it('asks for the last four weeks, day by day, against the four before, when it says nothing', () => {
    expect(ask({})).toEqual({
      ...{ key: 'sales', from: '2026-10-26', to: today, compare: 'PREVIOUS_PERIOD', grain: 'DAY', by: undefined },
      ...{ windowDays: 30, locale: 'en' },
    });
  });

  it.each([
    ['today', today, today, 'HOUR'],
    ['yesterday', '2026-11-21', '2026-11-21', 'HOUR'],
    ['week', '2026-11-16', today, 'DAY'],
    ['month', '2026-11-01', today, 'DAY'],
    ['lastMonth', '2026-10-01', '2026-10-31', 'DAY'],
    ['quarter', '2026-10-01', today, 'DAY'],
    ['year', '2026-01-01', today, 'WEEK'],
    ['months12', '2025-12-01', today, 'WEEK'],
  ])('knows the period %s, and steps that can be read', (period, from, to, grain) => {
    expect(ask({ period })).toMatchObject({ from, to, grain });
  });

  it('asks for what it says and nothing the report does not take', () => {
    const params = {
      ...{ from: '2026-01-01', to: '2026-03-31', compare: 'year', by: 'store', window: '90', segment: 's1' },
      ...{ city: 'Алматы\n?', brand: 'Nike', grain: 'CENTURY' },
    };
    expect(ask(params)).toEqual({
      ...{ key: 'sales', from: '2026-01-01', to: '2026-03-31', compare: 'YEAR_BEFORE', grain: undefined, by: 'store' },
      ...{ windowDays: 90, segmentId: 's1', filters: [{ dimension: 'city', values: ['Алматы', ''] }], locale: 'en' },
    });
  });

  it('brings values of a filter back as they were, unknown among them', () => {
    const values = ['Shoes > Boots, warm', '', '100%'];
    const params = new URLSearchParams(filterPatch({ dimension: 'category', values }) as Record<string, string>);
    expect(valuesOf(new URLSearchParams(params.toString()).get('category'))).toEqual(values);
  });

  it('takes conditions that are nobody’s segment, and drops what is no JSON', () => {
    expect(ask({ definition: '{"kind":"ALL","of":[]}' }).definition).toEqual({ kind: 'ALL', of: [] });
    expect(ask({ definition: 'nonsense' }).definition).toBeUndefined();
  });
});
