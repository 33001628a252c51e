import { isOfGoods, measured, metricTable } from '../metric-tables';
import { body, type ReportAsk, type ReportBody, type ReportPreset } from '../reports';

/** Sales by hour, day, week and month, down to receipts. */
export const sales: ReportPreset = {
  key: 'sales',
  names: { ru: 'Продажи', kk: 'Сатылым', en: 'Sales' },
  descriptions: {
    ru: 'Выручка, чеки и средний чек по часам, дням, неделям и месяцам, от месяца до чека; у брендов и категорий — количество и скидки.',
    kk: 'Түсім, чектер және орташа чек сағат, күн, апта және ай бойынша, айдан чекке дейін; бренд пен санатта — саны мен жеңілдігі.',
    en: 'Revenue, receipts and average receipt by hour, day, week and month, down to the receipt; of brands and categories units and discounts.',
  },
  group: 'SALES',
  grains: ['DAY', 'HOUR', 'WEEK', 'MONTH'],
  cuts: ['store', 'city', 'brand', 'category', 'identified'],
  filters: ['store', 'city', 'brand', 'category', 'identified'],
  comparable: true,
  windowDays: [],
  compute,
};

const OF_RECEIPTS = ['sales.revenue', 'sales.receipts', 'sales.average_receipt'];
const OF_GOODS = ['sales.revenue', 'sales.units', 'sales.discount'];

async function compute(ask: ReportAsk): Promise<ReportBody> {
  const { table, figures } = await metricTable(ask, {
    key: 'sales',
    names: sales.names,
    columns: (isOfGoods(ask) ? OF_GOODS : OF_RECEIPTS).map((key) => measured(key)),
    grain: ask.grain,
    by: ask.by ? [ask.by] : [],
    drill: sales,
  });
  const split = ask.grain && ask.by ? [ask.by] : [];
  return body({
    figures,
    tables: [table],
    charts: [
      {
        name: figures[0]?.name ?? '',
        kind: ask.grain && !ask.by ? 'LINE' : ask.grain ? 'STACKED_BARS' : 'BARS',
        table: table.key,
        x: ask.grain ? 'time' : (ask.by ?? ''),
        series: [...split, 'sales.revenue'],
        references: [],
      },
    ],
  });
}
