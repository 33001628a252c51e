import {
  body,
  chartOf,
  type Days,
  inWords,
  NO_TEXT,
  ratio,
  type ReportAsk,
  type ReportCell,
  type ReportDrill,
  type ReportPreset,
  tableOf,
  textCell,
  texts,
  valueCell,
  whole,
} from '../reports';
import { getGrid, gridNow, scored } from '../rfm';
import { measured, membersWho } from './members-who';
import { askReach } from './reach';
import {
  averageColumn,
  membersColumn,
  purchasesColumn,
  revenueColumn,
  shareColumn,
  shareOfRevenueColumn,
  WHO_BOUGHT,
} from './words';

const CELLS = ['1-1', '1-2', '2-2', '2-1'] as const;

/** Number of purchases by spend, four cells with what to do about each (EC-08). */
export const purchaseMatrix: ReportPreset = {
  key: 'purchase-matrix',
  names: texts('Матрица «покупки × бюджет»', '«Сатып алу × бюджет» матрицасы', 'Matrix of purchases and spend'),
  descriptions: texts(
    'Участники по числу покупок и по тратам: новые, перспективные, постоянные и те, кого пора возвращать.',
    'Мүшелер сатып алу саны мен жұмсағаны бойынша: жаңа, келешегі бар, тұрақты және қайтаруды қажет ететіндер.',
    'Members by how often and for how much they buy: new, promising, regular, and those to win back.',
  ),
  group: 'MEMBERS',
  grains: [],
  cuts: [],
  filters: ['store', 'city', 'brand', 'category'],
  comparable: true,
  windowDays: [],
  async compute(ask) {
    const { locale } = ask;
    const [{ bounds, cells }, earlier] = await Promise.all([
      count(ask, ask.days),
      ask.compared && count(ask, ask.compared),
    ]);
    const total = cells.reduce(plus, EMPTY);
    const before = earlier && { cells: earlier.cells, total: earlier.cells.reduce(plus, EMPTY) };
    return body({
      tables: [
        tableOf(
          locale,
          TABLE,
          cells.map((cell, index) => [
            textCell(inWords(locale, GRID.cells[cell.key]?.names ?? TABLE.names)),
            textCell(inWords(locale, AXES[cell.key.startsWith('1') ? 'seldom' : 'often'])),
            textCell(inWords(locale, AXES[cell.key.endsWith('1') ? 'little' : 'much'])),
            textCell(inWords(locale, GRID.cells[cell.key]?.advice ?? TABLE.names)),
            textCell((GRID.cells[cell.key]?.templates ?? []).join(' ')),
            ...valuesOf(
              { cell, total },
              before && { cell: before.cells[index] ?? EMPTY, total: before.total },
              membersWho(ask, ...testsOf(ask, cell.key, bounds)),
            ),
          ]),
          [
            ...TABLE.by.map(() => NO_TEXT),
            ...valuesOf({ cell: total, total }, before && { cell: before.total, total: before.total }, null),
          ],
        ),
      ],
      charts: [
        chartOf(locale, purchaseMatrix.names, 'MATRIX', { table: 'cells', x: 'spend', series: ['often', 'members'] }),
      ],
      notes: [noteOf(ask, bounds), inWords(locale, WHO_BOUGHT)],
    });
  },
};

const GRID = getGrid('PURCHASES_BUDGET');
const AXES = {
  seldom: texts('Реже', 'Сирек', 'Seldom'),
  often: texts('Чаще', 'Жиі', 'Often'),
  little: texts('Меньше', 'Аз', 'Little'),
  much: texts('Больше', 'Көп', 'Much'),
};
const dimension = (key: string, names: typeof AXES.often) => ({
  key,
  names,
  descriptions: names,
  unit: 'TEXT' as const,
});
const TABLE = {
  key: 'cells',
  names: texts('Клетки матрицы', 'Матрица ұяшықтары', 'Cells of the matrix'),
  by: [
    dimension('cell', texts('Группа', 'Топ', 'Group')),
    dimension('often', texts('Число покупок', 'Сатып алу саны', 'Purchases')),
    dimension('spend', texts('Траты', 'Жұмсағаны', 'Spend')),
    dimension('advice', texts('Что делать', 'Не істеу керек', 'What to do')),
    {
      ...dimension('templates', texts('Готовые акции', 'Дайын акциялар', 'Ready promotions')),
      descriptions: texts(
        'Ключи шаблонов акций, которые подходят этой группе.',
        'Осы топқа сай акция үлгілерінің кілттері.',
        'Keys of the promotion templates that suit this group.',
      ),
    },
  ],
  values: [membersColumn, shareColumn, purchasesColumn, revenueColumn, shareOfRevenueColumn, averageColumn],
};

interface Cell {
  readonly key: string;
  readonly members: number;
  readonly purchases: number;
  readonly revenue: number;
}
const EMPTY: Cell = { key: '', members: 0, purchases: 0, revenue: 0 };
const plus = (sum: Cell, { members, purchases, revenue }: Cell): Cell => ({
  key: '',
  members: sum.members + members,
  purchases: sum.purchases + purchases,
  revenue: sum.revenue + revenue,
});

/** Where the upper cells begin: purchases, and spend in minor units; null when nobody is in them. */
interface Bounds {
  readonly purchases: number;
  readonly spendMinor: number | null;
}

async function count(ask: ReportAsk, days: Days): Promise<{ bounds: Bounds; cells: Cell[] }> {
  const { settings } = await gridNow(ask.ctx.db.manager, GRID);
  const rows = await askReach(ask, (reach) => {
    const values = reach.perMember(
      reach.bought(days),
      '0 AS since, toInt64(countIf(r.stands)) AS purchases, toInt64(sum(r.amount_minor)) AS revenue_minor',
    );
    const buyers = `SELECT v.* FROM (${values}) AS v WHERE v.purchases > 0`;
    return `SELECT q.cell AS cell, toInt64(count()) AS members, toInt64(sum(q.purchases)) AS purchases,
        toInt64(sum(q.revenue_minor)) AS revenue, toInt64(min(q.revenue_minor)) AS least
      FROM (${scored(reach.bind, { axes: GRID.axes, bounds: settings.cuts }, buyers)}) AS q GROUP BY q.cell`;
  });
  const cells = CELLS.map((key): Cell => {
    const row = rows.find((one) => one['cell'] === key);
    return {
      key,
      members: Number(row?.['members'] ?? 0),
      purchases: Number(row?.['purchases'] ?? 0),
      revenue: whole(row?.['revenue'] ?? 0),
    };
  });
  const [purchases = 1, spend] = [settings.cuts[0]?.[0], settings.cuts[1]?.[0]];
  const upper = rows.filter(({ cell }) => String(cell).endsWith('2')).map(({ least }) => Number(least));
  const spendMinor = spend ?? (upper.length > 0 ? Math.min(...upper) : null);
  return { bounds: { purchases, spendMinor }, cells };
}

interface Part {
  readonly cell: Cell;
  readonly total: Cell;
}

function valuesOf(now: Part, before: Part | null, drill: ReportDrill | null): ReportCell[] {
  const value = (of: (part: Part) => number | null, to: ReportDrill | null = null): ReportCell =>
    valueCell(of(now), before && of(before), to);
  return [
    value(({ cell }) => cell.members, drill),
    value(({ cell, total }) => ratio(cell.members, total.members)),
    value(({ cell }) => cell.purchases),
    value(({ cell }) => cell.revenue),
    value(({ cell, total }) => ratio(cell.revenue, total.revenue)),
    value(({ cell }) => ratio(cell.revenue, cell.purchases)),
  ];
}

function testsOf(ask: ReportAsk, key: string, { purchases, spendMinor }: Bounds) {
  const often = measured(
    ask,
    ask.days,
    'RECEIPTS',
    key.startsWith('2') ? { from: purchases } : { from: 1, to: purchases - 1 },
  );
  if (spendMinor === null) return key.endsWith('1') ? [often] : [often, { kind: 'ANY' as const, of: [] }];
  const much = measured(ask, ask.days, 'AMOUNT', { from: spendMinor });
  return [often, key.endsWith('2') ? much : { kind: 'NOT' as const, of: much }];
}

function noteOf({ locale }: ReportAsk, { purchases, spendMinor }: Bounds): string {
  const money =
    spendMinor === null ? '–' : new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(spendMinor / 100);
  const notes = {
    ru: `Чаще — от ${purchases} покупок за период, больше — от ${money}. Границы заданы в настройках матрицы RFM «покупки × бюджет»; без своей границы бюджет делит покупателей каждого периода пополам.`,
    kk: `Жиі — кезеңде ${purchases} сатып алудан бастап, көп — ${money} бастап. Шектер RFM «сатып алу × бюджет» матрицасының баптауында; өз шегі жоқ бюджет әр кезеңнің сатып алушыларын тең екіге бөледі.`,
    en: `Often means ${purchases} purchases or more in the period, much means ${money} or more. Bounds are set with the RFM grid of purchases and budget; a budget without a bound halves those who bought in a period.`,
  };
  return notes[locale];
}
