import { type DerivedColumn, isOfGoods, type MetricColumn, metricTable, over } from '../metric-tables';
import { body, type ReportAsk, type ReportBody, type ReportPreset } from '../reports';
import { AVERAGE, averages, differenceIn, SPREAD } from './average-receipt.sums';
import { matchedFigures } from './matched-receipt';

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
  filters: ['store', 'city', 'brand', 'category'],
  comparable: true,
  windowDays: [],
  compute,
};

async function compute(ask: ReportAsk): Promise<ReportBody> {
  const { table, figures } = await metricTable(ask, {
    key: 'average-receipt',
    names: averageReceipt.names,
    columns: isOfGoods(ask) ? OF_GOODS : COLUMNS,
    grain: ask.grain,
    by: ask.by ? [ask.by] : [],
    drill: averageReceipt,
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
  const matched = isOfGoods(ask) ? [] : await matchedFigures(ask);
  const note = isOfGoods(ask) ? GOODS : ALIKE;
  return body({
    figures: [...figures, ...matched],
    tables: [table],
    charts,
    notes: [CAUTION[ask.locale], note[ask.locale]],
  });
}

const CAUTION = {
  ru: 'Разница — не эффект программы: карту чаще берут те, кто и без неё покупает больше. Эффект показывает сравнение с контрольной группой.',
  kk: 'Айырма — бағдарламаның әсері емес: картаны онсыз да көп алатындар жиі алады. Әсерді бақылау тобымен салыстыру көрсетеді.',
  en: 'The difference is not the effect of the programme: who buys more takes a card more often. The effect shows against a control group.',
};

const ALIKE = {
  ru: '«При равных» сравнивает чеки одного магазина и часа и взвешивает разницы по чекам с картой: так не путают покупателя с тем, где и когда он покупает.',
  kk: '«Тең жағдайда» бір дүкен мен сағаттың чектерін салыстырып, айырмаларды карталы чектер бойынша өлшейді: сатып алушы оның қайда және қашан алатынымен шатаспайды.',
  en: '“Among the alike” compares receipts of one store and hour and weighs the differences by receipts with a card: the buyer is not taken for where and when they buy.',
};
const GOODS = {
  ru: 'С фильтром по бренду или категории чек — это сумма таких товаров в нём; интервал есть только у целых чеков.',
  kk: 'Бренд не санат сүзгісінде чек — ондағы осындай тауарлардың сомасы; аралық тек тұтас чекте болады.',
  en: 'With a filter by brand or category a receipt is the sum of such goods in it; only whole receipts have an interval.',
};

const DIFFERENCE: DerivedColumn = {
  key: 'difference',
  names: { ru: 'Разница', kk: 'Айырма', en: 'Difference' },
  descriptions: {
    ru: 'На сколько средний чек с картой больше, чем без карты.',
    kk: 'Картамен орташа чек картасыздан қаншаға артық.',
    en: 'By how much the average receipt with a card is larger than that without.',
  },
  unit: 'MONEY',
  of: (value) => differenceIn(value)?.value ?? null,
};

const INTERVAL = {
  ru: 'Граница 95-процентного интервала разницы: ноль внутри него значит, что разница может быть случайной. Нужно по 30 чеков с обеих сторон.',
  kk: 'Айырманың 95 пайыздық аралығының шегі: ішінде нөл болса, айырма кездейсоқ болуы мүмкін. Екі жақта 30 чектен керек.',
  en: 'End of the 95 % interval of the difference: with zero inside, the difference may be chance. It takes 30 receipts on either side.',
};

const SHARE: DerivedColumn = {
  ...DIFFERENCE,
  key: 'difference.share',
  names: { ru: 'Разница, %', kk: 'Айырма, %', en: 'Difference, %' },
  unit: 'RATIO',
  of: (value) => over(differenceIn(value)?.value ?? null, value(`${AVERAGE}.anonymous`)),
};
const OF_GOODS: readonly MetricColumn[] = [...averages(), DIFFERENCE, SHARE];
const COLUMNS: readonly MetricColumn[] = [
  ...averages(),
  ...SPREAD,
  DIFFERENCE,
  {
    ...DIFFERENCE,
    key: 'difference.low',
    names: { ru: 'Разница не меньше', kk: 'Айырма кемінде', en: 'Difference at least' },
    descriptions: INTERVAL,
    of: (value) => differenceIn(value)?.low ?? null,
  },
  {
    ...DIFFERENCE,
    key: 'difference.high',
    names: { ru: 'Разница не больше', kk: 'Айырма көп дегенде', en: 'Difference at most' },
    descriptions: INTERVAL,
    of: (value) => differenceIn(value)?.high ?? null,
  },
  SHARE,
];
