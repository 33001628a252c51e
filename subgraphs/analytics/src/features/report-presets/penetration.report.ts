import { isOfGoods, measured, metricTable, type MetricTable } from '../metric-tables';
import { body, figure, type ReportAsk, type ReportBody, type ReportPreset } from '../reports';
import { riseOf } from './trend.rules';

/** The share of sales that the programme sees. */
export const penetration: ReportPreset = {
  key: 'penetration',
  names: { ru: 'Проникновение', kk: 'Ену', en: 'Penetration' },
  descriptions: {
    ru: 'Какая доля продаж пришлась на участников — по выручке, чекам и товарам, с линией 40 % и тенденцией.',
    kk: 'Сатылымның қандай үлесі қатысушыларға тиесілі — түсім, чек және тауар бойынша, 40 % сызығымен және үрдісімен.',
    en: 'The share of sales that members brought, by revenue, receipts and units, with the 40 % line and the trend.',
  },
  group: 'SALES',
  grains: ['DAY', 'WEEK', 'MONTH'],
  cuts: ['store', 'city', 'brand', 'category'],
  filters: ['store', 'city', 'brand', 'category'],
  comparable: true,
  windowDays: [],
  compute,
};

/** What the programme is to reach. */
const REFERENCE = 0.4;
const OF_RECEIPTS = ['penetration.revenue', 'penetration.receipts', 'penetration.units'];
const OF_GOODS = ['penetration.revenue', 'penetration.units'];

async function compute(ask: ReportAsk): Promise<ReportBody> {
  const metrics = isOfGoods(ask) ? OF_GOODS : OF_RECEIPTS;
  const made = await metricTable(ask, {
    key: 'penetration',
    names: penetration.names,
    columns: metrics.map((key) => measured(key)),
    grain: ask.grain,
    by: ask.by ? [ask.by] : [],
    drill: penetration,
  });
  const split = ask.grain && ask.by ? [ask.by] : [];
  return body({
    figures: [
      ...made.figures.map((one) => ({ ...one, reference: REFERENCE })),
      ...(ask.grain && !ask.by ? [trendOf(made, ask)] : []),
    ],
    tables: [made.table],
    charts: [
      {
        name: penetration.names[ask.locale],
        kind: ask.grain ? 'LINE' : 'BARS',
        table: made.table.key,
        x: ask.grain ? 'time' : (ask.by ?? ''),
        series: split.length > 0 ? [...split, 'penetration.revenue'] : metrics,
        references: [{ name: REFERENCE_NAME[ask.locale], value: REFERENCE }],
      },
    ],
  });
}

const REFERENCE_NAME = { ru: 'Ориентир 40 %', kk: 'Бағдар 40 %', en: 'Reference 40 %' };

const trendOf = ({ values, before }: MetricTable, { locale }: ReportAsk): ReturnType<typeof figure> => {
  const rise = ({ rows }: MetricTable['values']): number | null =>
    riseOf(rows.map((row) => row.values.get('penetration.revenue') ?? null));
  return figure(locale, TREND, { value: rise(values), compared: before && rise(before) });
};

const TREND = {
  key: 'penetration.trend',
  names: { ru: 'Тенденция', kk: 'Үрдіс', en: 'Trend' },
  descriptions: {
    ru: 'На сколько изменилось проникновение по выручке за период по прямой, которая лучше всего ложится на точки.',
    kk: 'Нүктелерге ең жақсы келетін түзу бойынша түсім бойынша ену кезең ішінде қаншаға өзгерді.',
    en: 'By how much penetration by revenue changed over the period, along the straight line that fits it best.',
  },
  unit: 'RATIO',
} as const;
