import { measured, metricTable } from '../metric-tables';
import { body, type ReportAsk, type ReportBody, type ReportPreset } from '../reports';

/** Sales by hour, day, week and month, down to receipts. */
export const sales: ReportPreset = {
  key: 'sales',
  names: { ru: 'Продажи', kk: 'Сатылым', en: 'Sales' },
  descriptions: {
    ru: 'Выручка, чеки и средний чек по часам, дням, неделям и месяцам; от месяца — до чека.',
    kk: 'Түсім, чектер және орташа чек сағат, күн, апта және ай бойынша; айдан — чекке дейін.',
    en: 'Revenue, receipts and average receipt by hour, day, week and month; from the month down to the receipt.',
  },
  group: 'SALES',
  grains: ['DAY', 'HOUR', 'WEEK', 'MONTH'],
  cuts: ['store', 'city', 'brand', 'category', 'identified'],
  filters: ['store', 'city', 'brand', 'category', 'identified'],
  comparable: true,
  windowDays: [],
  compute,
};

async function compute(ask: ReportAsk): Promise<ReportBody> {
  const { table, figures } = await metricTable(ask, {
    key: 'sales',
    names: sales.names,
    columns: [measured('sales.revenue'), measured('sales.receipts'), measured('sales.average_receipt')],
    grain: ask.grain,
    by: ask.by ? [ask.by] : [],
    drill: { report: sales.key, cuts: sales.cuts },
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
