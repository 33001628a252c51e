import { catalogues, staticPage, TODAY, wordsOf, type Locale } from '../metrics/static-page.fixture';
import { viewOf } from '../report/view';
import { RevenueTree } from './revenue-tree';
import { treeInput, type Tree } from './view';

const node = (
  key: string,
  parent: string | null,
  unit: string,
  values: [number | null, number | null],
  moved: string,
) => ({
  ...{ key, parent, unit, value: values[0], compared: values[1], contribution: moved },
});
const nodes = [
  node('REVENUE', null, 'MONEY', [12_400_000, 11_900_000], '500000.00'),
  node('MEMBERS', 'REVENUE', 'MONEY', [9_000_000, 8_000_000], '1000000.00'),
  node('BUYERS', 'MEMBERS', 'COUNT', [410, 400], '209411.20'),
  node('RECEIPTS_PER_BUYER', 'MEMBERS', 'NUMBER', [1.5, 1.5], '0.00'),
  node('AVERAGE_RECEIPT', 'MEMBERS', 'MONEY', [14_634.15, 13_333.33], '790588.80'),
  node('ITEMS_PER_RECEIPT', 'AVERAGE_RECEIPT', 'NUMBER', [2.4, 2.5], '-346588.80'),
  node('PRICE_PER_ITEM', 'AVERAGE_RECEIPT', 'MONEY', [6_097.56, 5_333.33], '1137177.60'),
  node('ANONYMOUS', 'REVENUE', 'MONEY', [3_800_000, 4_100_000], '-300000.00'),
  node('ANONYMOUS_RECEIPTS', 'ANONYMOUS', 'COUNT', [400, 450], '-465000.00'),
  node('ANONYMOUS_AVERAGE_RECEIPT', 'ANONYMOUS', 'MONEY', [9_500, 9_111.11], '165000.00'),
  node('RETURNS', 'REVENUE', 'MONEY', [400_000, 200_000], '-200000.00'),
] as Tree['nodes'];
const contributions = nodes.map(({ key, contribution }) => ({ key, amount: contribution }));
const tree: Tree = {
  ...{ from: '2026-10-26', to: TODAY, comparedFrom: '2026-09-28', comparedTo: '2026-10-25', nodes },
  parts: [
    { value: 'Almaty', revenue: '12000000.00', compared: '11400000.00', contributions },
    { value: '', revenue: '400000.00', compared: '500000.00', contributions },
  ],
  partsTotal: contributions,
};
const definition = {
  ...{ key: 'revenue-tree', name: 'Revenue tree', description: 'Why revenue changed.', group: 'SALES' as const },
  ...{ grains: [], cuts: ['store', 'city'], filters: ['store', 'city'], comparable: true, windowDays: [] },
};

function page(locale: Locale, address: string): string {
  const input = treeInput(viewOf(new URLSearchParams(address.split('?')[1]), definition, TODAY));
  const first = { variables: { input }, data: { revenueTree: tree }, failure: undefined };
  const { html, missing } = staticPage(locale, address, <RevenueTree definition={definition} first={first} />);
  expect(missing).toEqual([]);
  return html;
}

describe.each(['ru', 'kk', 'en'] as const)('the revenue tree in %s', (locale) => {
  const { revenueTree: t, enums } = catalogues[locale];

  it('names each place, with what it added to revenue or took from it', () => {
    const words = wordsOf(page(locale, '/reports/revenue-tree'));
    for (const { key } of nodes) expect(words).toContain(enums.revenueNode[key]);
    expect(words).toMatch(new RegExp(`\\+[^ ]*500.?000`));
    expect(words).toMatch(new RegExp(`−[^ ]*200.?000`));
    expect(words).not.toContain(t.overlap);
  });

  it('tells parts apart, with their total, and why they may share the change otherwise', () => {
    const words = wordsOf(page(locale, '/reports/revenue-tree?by=city'));
    for (const word of ['Almaty', t.total, t.overlap]) expect(words).toContain(word);
  });
});
