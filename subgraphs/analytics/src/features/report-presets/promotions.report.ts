import { measured, metricTable } from '../metric-tables';
import { body, type ReportAsk, type ReportBody, type ReportPreset } from '../reports';

/** What each promotion cost and how it was used. */
export const promotions: ReportPreset = {
  key: 'promotions',
  names: { ru: 'Акции', kk: 'Акциялар', en: 'Promotions' },
  descriptions: {
    ru: 'Скидки, применения, чеки, участники и выручка по каждой акции и доля акционных товаров в продажах.',
    kk: 'Әр акция бойынша жеңілдік, қолданылу, чек, қатысушы және түсім, сатылымдағы акциялық тауар үлесі.',
    en: 'Discounts, uses, receipts, members and revenue of each promotion, and the share of promoted goods in sales.',
  },
  group: 'PROMOTIONS',
  grains: [],
  cuts: [],
  filters: ['store', 'city', 'brand', 'category', 'identified'],
  comparable: true,
  windowDays: [],
  compute,
};

const OF_PROMOTIONS = [
  ...['promotions.discount', 'promotions.uses', 'promotions.lines', 'promotions.buyers'],
  ...['promotions.revenue', 'promotions.discount_to_revenue'],
].map((key) => measured(key));
const OF_SALES = ['sales.discount', 'sales.promo_revenue', 'sales.promo_share'].map((key) => measured(key));
const drill = { key: 'sales', cuts: [], grains: [] };

async function compute(ask: ReportAsk): Promise<ReportBody> {
  const [{ table }, { figures }] = await Promise.all([
    metricTable(ask, {
      key: 'promotions',
      names: promotions.names,
      columns: OF_PROMOTIONS,
      grain: null,
      by: ['promotion'],
      hasTotal: false,
      drill,
    }),
    metricTable(ask, { key: 'sales', names: promotions.names, columns: OF_SALES, grain: null, by: [], drill }),
  ]);
  return body({
    figures,
    // Sales cannot be narrowed to a promotion: nothing is behind a row.
    tables: [{ ...table, rows: table.rows.map((row) => ({ ...row, drill: null })) }],
    charts: [
      {
        name: OF_PROMOTIONS[0]?.names[ask.locale] ?? '',
        kind: 'BARS',
        table: table.key,
        x: 'promotion',
        series: ['promotions.discount'],
        references: [],
      },
    ],
    notes: [NOTE[ask.locale]],
  });
}

const NOTE = {
  ru: 'Строка чека с двумя акциями считается у каждой, поэтому строки таблицы не складываются. Скидка — вся скидка таких строк. Что было бы без акции, показывает контрольная группа.',
  kk: 'Екі акциялы чек жолы әрқайсысында саналады, сондықтан кесте жолдары қосылмайды. Жеңілдік — сондай жолдардың бүкіл жеңілдігі. Акциясыз не болатынын бақылау тобы көрсетеді.',
  en: 'A line with two promotions counts in each, so rows do not add up. The discount is all of that of such lines. What would have been without the promotion, a control group shows.',
};
