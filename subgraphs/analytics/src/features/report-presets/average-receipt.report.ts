import type { Metric } from '../metrics';
import {
  byCard,
  type DerivedColumn,
  type MeasuredColumn,
  measuredBy,
  type MetricColumn,
  metricOf,
  metricTable,
  over,
  type ValueOf,
} from '../metric-tables';
import { body, type ReportAsk, type ReportBody, type ReportPreset } from '../reports';
import { differenceOf, type Difference, type ReceiptSums } from './average-receipt.rules';

/** The average receipt with a card beside that without, and how sure the difference is. */
export const averageReceipt: ReportPreset = {
  key: 'average-receipt',
  names: { ru: 'Средний чек', kk: 'Орташа чек', en: 'Average receipt' },
  descriptions: {
    ru: 'Средний чек с картой и без карты, разница и её 95-процентный интервал.',
    kk: 'Картамен және картасыз орташа чек, айырмасы және оның 95 пайыздық аралығы.',
    en: 'The average receipt with a card and without, the difference and its 95 % interval.',
  },
  group: 'SALES',
  grains: ['MONTH', 'WEEK', 'DAY'],
  cuts: ['store', 'city'],
  filters: ['store', 'city'],
  comparable: true,
  windowDays: [],
  compute,
};

const AVERAGE = 'sales.average_receipt';

async function compute(ask: ReportAsk): Promise<ReportBody> {
  const { table, figures } = await metricTable(ask, {
    key: 'average-receipt',
    names: averageReceipt.names,
    columns: COLUMNS,
    grain: ask.grain,
    by: ask.by ? [ask.by] : [],
    drill: { report: averageReceipt.key, cuts: averageReceipt.cuts },
  });
  const charts =
    ask.grain && ask.by
      ? []
      : [
          {
            name: averageReceipt.names[ask.locale],
            kind: ask.grain ? ('LINE' as const) : ('BARS' as const),
            table: table.key,
            x: ask.grain ? 'time' : (ask.by ?? ''),
            series: [`${AVERAGE}.identified`, `${AVERAGE}.anonymous`],
            references: [],
          },
        ];
  return body({ figures, tables: [table], charts, notes: [CAUTION[ask.locale]] });
}

const CAUTION = {
  ru: 'Разница — не эффект программы: карту чаще берут те, кто и без неё покупает больше. Эффект показывает сравнение с контрольной группой.',
  kk: 'Айырма — бағдарламаның әсері емес: картаны онсыз да көп алатындар жиі алады. Әсерді бақылау тобымен салыстыру көрсетеді.',
  en: 'The difference is not the effect of the programme: who buys more takes a card more often. The effect shows against a control group.',
};

type Side = 'identified' | 'anonymous';
const IS_OF: Readonly<Record<Side, string>> = { identified: 'f.identified', anonymous: 'NOT f.identified' };
const HIDDEN = { isHidden: true };
const SQUARE = '(f.payable_minor / 100.0) * (f.payable_minor / 100.0)';

/** Of this report alone: what an interval is made of. */
const spreadOf = (side: Side): MeasuredColumn[] => {
  const of = (key: string, unit: Metric['unit'], numerator: string): Metric => ({
    ...metricOf(`${AVERAGE}.${side}`),
    ...{ key: `${key}.${side}`, unit, measures: [{ source: 'receipts', numerator }] },
  });
  return [
    measuredBy(of('sold', 'MONEY', `sumIf(f.payable_minor, f.kind = 'SALE' AND ${IS_OF[side]})`), HIDDEN),
    measuredBy(of('squares', 'COUNT', `round(sumIf(${SQUARE}, ${IS_OF[side]}))`), HIDDEN),
  ];
};

const sumsOf = (value: ValueOf, side: Side): ReceiptSums => {
  const of = (key: string): number => value(`${key}.${side}`) ?? 0;
  return { revenue: of('sales.revenue'), sold: of('sold'), squares: of('squares'), receipts: of('sales.receipts') };
};
const difference = (value: ValueOf): Difference | null =>
  differenceOf(sumsOf(value, 'identified'), sumsOf(value, 'anonymous'));

const DIFFERENCE: DerivedColumn = {
  key: 'difference',
  names: { ru: 'Разница', kk: 'Айырма', en: 'Difference' },
  descriptions: {
    ru: 'На сколько средний чек с картой больше, чем без карты.',
    kk: 'Картамен орташа чек картасыздан қаншаға артық.',
    en: 'By how much the average receipt with a card is larger than that without.',
  },
  unit: 'MONEY',
  of: (value) => difference(value)?.value ?? null,
};

const INTERVAL = {
  ru: 'Граница 95-процентного интервала разницы: ноль внутри него значит, что разница может быть случайной. Нужно по 30 чеков с обеих сторон.',
  kk: 'Айырманың 95 пайыздық аралығының шегі: ішінде нөл болса, айырма кездейсоқ болуы мүмкін. Екі жақта 30 чектен керек.',
  en: 'End of the 95 % interval of the difference: with zero inside, the difference may be chance. It takes 30 receipts on either side.',
};

const COLUMNS: readonly MetricColumn[] = [
  ...byCard(AVERAGE),
  ...['sales.revenue', 'sales.receipts'].flatMap((key) => byCard(key, HIDDEN)),
  ...spreadOf('identified'),
  ...spreadOf('anonymous'),
  DIFFERENCE,
  {
    ...DIFFERENCE,
    key: 'difference.low',
    names: { ru: 'Разница не меньше', kk: 'Айырма кемінде', en: 'Difference at least' },
    descriptions: INTERVAL,
    of: (value) => difference(value)?.low ?? null,
  },
  {
    ...DIFFERENCE,
    key: 'difference.high',
    names: { ru: 'Разница не больше', kk: 'Айырма көп дегенде', en: 'Difference at most' },
    descriptions: INTERVAL,
    of: (value) => difference(value)?.high ?? null,
  },
  {
    ...DIFFERENCE,
    key: 'difference.share',
    names: { ru: 'Разница, %', kk: 'Айырма, %', en: 'Difference, %' },
    unit: 'RATIO',
    of: (value) => over(difference(value)?.value ?? null, value(`${AVERAGE}.anonymous`)),
  },
];
