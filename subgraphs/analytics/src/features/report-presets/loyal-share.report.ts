import { measured, type MetricColumn, metricTable, over } from '../metric-tables';
import { body, type ReportAsk, type ReportBody, type ReportPreset } from '../reports';

/** The share of revenue that members, or those of a segment, bring. */
export const loyalShare: ReportPreset = {
  key: 'loyal-share',
  names: { ru: 'Доля лояльных в обороте', kk: 'Айналымдағы адалдар үлесі', en: 'Share of the loyal in revenue' },
  descriptions: {
    ru: 'Сколько из всей выручки приносят участники выбранного сегмента, без сегмента — все участники, и как эта доля растёт.',
    kk: 'Бүкіл түсімнің қаншасын таңдалған сегмент қатысушылары әкеледі, сегментсіз — барлық қатысушы, және бұл үлес қалай өседі.',
    en: 'How much of all revenue members of the chosen segment bring, without a segment all members, and how that share grows.',
  },
  group: 'SALES',
  grains: ['MONTH', 'WEEK', 'DAY'],
  cuts: ['store', 'city', 'brand', 'category'],
  filters: ['store', 'city', 'brand', 'category'],
  comparable: true,
  windowDays: [],
  compute,
};

const COLUMNS: readonly MetricColumn[] = [
  measured('sales.revenue.identified', {
    key: 'revenue.loyal',
    names: { ru: 'Выручка лояльных', kk: 'Адалдардың түсімі', en: 'Revenue of the loyal' },
    descriptions: {
      ru: 'Выручка по чекам участников сегмента, без сегмента — всех участников; возвраты вычитаются.',
      kk: 'Сегмент қатысушыларының, сегментсіз барлық қатысушының чектері бойынша түсім; қайтарымдар шегеріледі.',
      en: 'Revenue of receipts of the segment’s members, without a segment of all members; returns are taken away.',
    },
  }),
  measured('sales.revenue', { ofAll: true }),
  {
    key: 'revenue.share',
    names: { ru: 'Доля лояльных', kk: 'Адалдар үлесі', en: 'Share of the loyal' },
    descriptions: {
      ru: 'Выручка лояльных, делённая на всю выручку.',
      kk: 'Адалдар түсімінің бүкіл түсімге қатынасы.',
      en: 'Revenue of the loyal divided by all revenue.',
    },
    unit: 'RATIO',
    of: (value) => over(value('revenue.loyal'), value('sales.revenue')),
  },
];

async function compute(ask: ReportAsk): Promise<ReportBody> {
  const { table, figures } = await metricTable(ask, {
    key: 'loyal-share',
    names: loyalShare.names,
    columns: COLUMNS,
    grain: ask.grain,
    by: ask.by ? [ask.by] : [],
    drill: loyalShare,
  });
  const split = ask.grain && ask.by ? [ask.by] : [];
  return body({
    figures,
    tables: [table],
    charts: [
      {
        name: loyalShare.names[ask.locale],
        kind: ask.grain ? 'LINE' : 'BARS',
        table: table.key,
        x: ask.grain ? 'time' : (ask.by ?? ''),
        series: [...split, 'revenue.share'],
        references: [],
      },
    ],
  });
}
