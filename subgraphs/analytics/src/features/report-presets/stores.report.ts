import { askStore, type DimensionFilter, type Texts } from '../metrics';
import { isOfGoods, measured, metricTable, shareOf, type Values, valuesOver, withBuyers } from '../metric-tables';
import {
  body,
  dimensionColumn,
  textCell,
  valueCell,
  valueColumn,
  type Days,
  type ReportAsk,
  type ReportBody,
  type ReportPreset,
  type ReportRow,
  type ReportTable,
} from '../reports';

/** Stores beside each other; compared, also those alone that were open all the time. */
export const stores: ReportPreset = {
  key: 'stores',
  names: { ru: 'Магазины', kk: 'Дүкендер', en: 'Stores' },
  descriptions: {
    ru: 'Выручка, чеки, средний чек и проникновение по магазинам; при сравнении — сопоставимые магазины отдельно.',
    kk: 'Дүкендер бойынша түсім, чектер, орташа чек және ену; салыстыруда — салыстырмалы дүкендер бөлек.',
    en: 'Revenue, receipts, average receipt and penetration by store; when compared, like-for-like stores apart.',
  },
  group: 'SALES',
  grains: [],
  cuts: [],
  filters: ['store', 'city', 'brand', 'category', 'identified'],
  comparable: true,
  windowDays: [],
  compute,
};

const OF_RECEIPTS = ['sales.revenue', 'sales.receipts', 'sales.average_receipt'].map((key) => measured(key));
const OF_GOODS = ['sales.revenue', 'sales.units', 'sales.discount'].map((key) => measured(key));
const sumsOf = (ask: ReportAsk): typeof OF_GOODS => (isOfGoods(ask) ? OF_GOODS : OF_RECEIPTS);

async function compute(ask: ReportAsk): Promise<ReportBody> {
  const [revenue, ...sums] = sumsOf(ask);
  const { table, figures } = await metricTable(ask, {
    key: 'stores',
    names: stores.names,
    columns: [revenue, shareOf('sales.revenue'), ...sums, measured('penetration.revenue')].flatMap((one) => one ?? []),
    grain: null,
    by: ['store'],
    drill: { key: 'sales', cuts: [], grains: [] },
  });
  const likeForLike = ask.compared ? [await likeForLikeTable(ask, ask.compared, storesOf(table))] : [];
  return body({
    figures: figures.filter(({ key }) => !key.endsWith('.share')),
    tables: [withBuyers(table, 'store', 'penetration.revenue', ask), ...likeForLike],
    charts: [
      {
        name: stores.names[ask.locale],
        kind: 'BARS',
        table: table.key,
        x: 'store',
        series: ['sales.revenue'],
        references: [],
      },
    ],
    notes: ask.compared ? [LIKE_FOR_LIKE[ask.locale]] : [],
  });
}

const storesOf = ({ rows }: ReportTable): string[] => rows.flatMap(({ cells }) => cells[0]?.text ?? []);

/** Of stores that were open through both periods, and of the others; both come to the whole. */
async function likeForLikeTable(ask: ReportAsk, compared: Days, storeIds: readonly string[]): Promise<ReportTable> {
  const open = await openThrough(ask, { from: compared.from, to: ask.days.to });
  const parts = [
    { name: { ru: 'Сопоставимые', kk: 'Салыстырмалы', en: 'Like for like' }, ids: storeIds.filter(open) },
    { name: { ru: 'Остальные', kk: 'Қалғандары', en: 'Others' }, ids: storeIds.filter((id) => !open(id)) },
  ];
  const { locale } = ask;
  const sums = sumsOf(ask);
  const rows = parts.map(async ({ name, ids }): Promise<ReportRow> => {
    const among: DimensionFilter = { dimension: 'store', values: ids };
    const narrowed = { ...ask, filters: [...ask.filters, among] };
    const of = (days: Days): Promise<Values> => valuesOver(narrowed, sums, days, { grain: null, by: [] });
    const [now, before] = await Promise.all([of(ask.days), of(compared)]);
    const value = (key: string, { total }: Values): number | null => total.values.get(key) ?? null;
    return {
      cells: [
        textCell(name[locale]),
        valueCell(ids.length),
        ...sums.map(({ key }) => valueCell(value(key, now), value(key, before))),
      ],
      drill: null,
    };
  });
  return {
    key: 'like-for-like',
    name: LIKE_NAME[locale],
    columns: [
      dimensionColumn(locale, { ...KIND, unit: 'TEXT' }),
      valueColumn(locale, { ...COUNT, unit: 'COUNT' }),
      ...sums.map((column) => valueColumn(locale, column)),
    ],
    rows: await Promise.all(rows),
    total: null,
  };
}

/** Whether a store was open from the first day to the last; of whom nobody says otherwise was. */
async function openThrough({ ctx }: ReportAsk, { from, to }: Days): Promise<(storeId: string) => boolean> {
  const closed = await askStore(ctx, {
    sql: `SELECT s.store_id AS store_id FROM stores AS s
      WHERE s.opened_on > toDate32({from:String}) OR s.closed_on <= toDate32({to:String})`,
    parameters: { from, to },
  });
  const ids = new Set(closed.map((row) => String(row['store_id'])));
  return (storeId) => !ids.has(storeId);
}

const LIKE_NAME: Texts = { ru: 'Сопоставимые магазины', kk: 'Салыстырмалы дүкендер', en: 'Like-for-like stores' };
const LIKE_FOR_LIKE: Texts = {
  ru: 'Сопоставимы магазины, которые были открыты с первого дня сравнения по последний день периода.',
  kk: 'Салыстырудың бірінші күнінен кезеңнің соңғы күніне дейін ашық болған дүкендер салыстырмалы.',
  en: 'Like for like are stores that were open from the first day compared with to the last day of the period.',
};
const KIND = {
  key: 'kind',
  names: { ru: 'Какие', kk: 'Қандай', en: 'Which' },
  descriptions: LIKE_FOR_LIKE,
};
const COUNT = {
  key: 'stores',
  names: { ru: 'Магазинов', kk: 'Дүкен саны', en: 'Stores' },
  descriptions: {
    ru: 'Сколько магазинов, у которых что-то было в периоде или в сравнении.',
    kk: 'Кезеңде немесе салыстыруда бірдеңе болған дүкендер саны.',
    en: 'How many stores that had anything in the period or in what it is compared with.',
  },
};
