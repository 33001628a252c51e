import { periodOf } from '@/ui/period';
import { Metric } from '../metrics';
import { catalogues, staticPage, TODAY, wordsOf, type Locale } from '../metrics/static-page.fixture';
import { chartVariables, viewOf, type Definition } from '../metrics/view';
import { MetricCatalogue } from './metric-catalogue';
import { Sparkline } from './sparkline';

const metric = (key: string, name: string, unit: string) => ({
  ...{ key, name, unit, description: `${name} and what it means.`, group: key.split('.')[0] ?? '' },
  grains: ['DAY', 'WEEK', 'MONTH'],
});
const metrics = [
  metric('sales.revenue', 'Revenue', 'MONEY'),
  metric('sales.items_per_receipt', 'Items per receipt', 'QUANTITY'),
  metric('points.expiry_rate', 'Expiry rate', 'RATIO'),
];

function catalogue(locale: Locale, address: string): string {
  const first = { variables: { locale }, data: { metrics }, failure: undefined };
  const { html, missing } = staticPage(locale, address, <MetricCatalogue first={first} />);
  expect(missing).toEqual([]);
  return html;
}

const definition: Definition = {
  ...metric('sales.average_receipt', 'Average receipt', 'MONEY'),
  formula: 'sales.revenue / sales.receipts',
  dimensions: ['store', 'city', 'brand', 'weekday'],
  ...{ additive: false, isLevel: false },
  lineage: {
    metrics: ['sales.revenue', 'sales.receipts'],
    tables: [{ name: 'sales_by_hour', columns: ['kind', 'payable_minor', 'receipts'] }],
  },
};

function one(locale: Locale, over: Partial<Definition> = {}): string {
  const asked = { ...definition, ...over };
  const period = periodOf(new URLSearchParams(), TODAY, '90');
  const variables = chartVariables(viewOf(new URLSearchParams(), asked, period), period, 'Asia/Almaty');
  const whole = { unit: 'MONEY', rows: [{ time: null, dimensions: [], value: 12_500 }] };
  const data = { series: { unit: 'MONEY', rows: [] }, whole };
  const { html, missing } = staticPage(
    locale,
    `/metrics/${asked.key}`,
    <Metric definition={asked} chart={{ variables, data, failure: undefined }} />,
  );
  expect(missing).toEqual([]);
  return html;
}

describe.each(['ru', 'kk', 'en'] as const)('metrics in %s', (locale) => {
  const { metrics: t, enums } = catalogues[locale];

  it('are found by group, words and unit', () => {
    const all = catalogue(locale, '/metrics');
    expect(all).toContain('/metrics/sales.items_per_receipt"');
    for (const word of [enums.metricGroup.sales, enums.metricGroup.points, enums.unit.QUANTITY])
      expect(wordsOf(all)).toContain(word);
    expect(catalogue(locale, '/metrics?q=rate%20expiry')).not.toContain('sales.revenue"');
    expect(catalogue(locale, '/metrics?unit=MONEY')).not.toContain('points.expiry_rate"');
  });

  it('have a page each: what it is, of what it is made, where it is read from', () => {
    const html = one(locale);
    for (const word of [t.notAdditive, t.flow, enums.dimension.weekday, 'payable_minor', 'sales_by_hour'])
      expect(wordsOf(html)).toContain(word);
    expect(html).toContain('/metrics/sales.receipts"');
  });

  it('are one number where they know no time', () => {
    expect(wordsOf(one(locale, { grains: [] }))).toContain(t.wholeOnly);
  });
});

describe('a sparkline', () => {
  it('draws what there is and leaves out what is not known', () => {
    const path = (values: (number | null)[]): string =>
      / d="(M[^"]*)"/.exec(staticPage('en', '/', <Sparkline values={values} />).html)?.[1] ?? '';
    expect(path([1, 2, 3])).toBe('M2.0 22.0L48.0 12.0L94.0 2.0');
    expect(path([5, null, 5, 5])).toBe('M2.0 12.0M63.3 12.0L94.0 12.0');
    expect(path([null, 4])).toBe('');
  });
});
