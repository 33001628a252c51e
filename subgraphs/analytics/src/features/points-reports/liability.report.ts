import {
  body,
  chartOf,
  figure,
  inWords,
  tableOf,
  textCell,
  texts,
  valueCell,
  whole,
  type ReportAsk,
  type ReportCell,
  type ReportCheck,
  type ReportPreset,
} from '../reports';
import { askOwed, askPoints, bucketsOf, bucketSql, OWED } from './points-facts';
import { BUCKET_UNITS, bucketColumn, changeColumn, outstandingColumn } from './points.words';

/** What the chain owes its members in points, over time and by legal entity. */
export const liability: ReportPreset = {
  key: 'liability',
  names: texts('Обязательства по баллам', 'Ұпай бойынша міндеттемелер', 'Points liability'),
  descriptions: texts(
    'Сколько баллов у участников на конец каждого месяца, по юридическим лицам.',
    'Әр ай соңында мүшелерде қанша ұпай бар, заңды тұлғалар бойынша.',
    'How many points members have at the end of each month, by legal entity.',
  ),
  group: 'POINTS',
  grains: ['MONTH', 'WEEK', 'DAY'],
  cuts: [],
  filters: ['store', 'city', 'brand', 'category'],
  memberFilters: ['store', 'city', 'brand', 'category'],
  comparable: true,
  windowDays: [],
  async compute(ask) {
    const [{ series, total }, owed, compared] = await Promise.all([
      askSeries(ask),
      askOwed(ask, ask.days),
      ask.compared && askOwed(ask, ask.compared),
    ]);
    const { locale } = ask;
    return body({
      figures: [
        figure(locale, outstandingColumn, { value: owed.closing, compared: compared && compared.closing }),
        figure(locale, changeColumn, {
          value: cents(owed.closing - owed.opening),
          compared: compared && cents(compared.closing - compared.opening),
        }),
      ],
      tables: [tableOf(locale, tableFor(ask), series)],
      charts: [
        chartOf(locale, liability.names, 'STACKED_BARS', {
          table: 'liability',
          x: 'bucket',
          series: ['entity', 'outstanding'],
        }),
      ],
      checks: [checkOf(ask, total, owed.closing)],
      notes: [inWords(locale, NOTE)],
    });
  },
};

const NOTE = texts(
  'Остаток — всё начисленное до этого дня минус потраченное, сгоревшее и отозванное. Потраченное относится к юрлицу, которое баллы начислило, где бы ими ни заплатили.',
  'Қалдық — осы күнге дейін есептелгеннен жұмсалғаны, күйгені және кері алынғаны шегерілген. Жұмсалғаны қай жерде төленсе де, ұпайды есептеген заңды тұлғаға жатады.',
  'What is outstanding is all that was issued by that day, less what was spent, expired and reversed. What was spent belongs to the legal entity that issued the points, wherever they paid.',
);
const ENTITY = texts('Юридическое лицо', 'Заңды тұлға', 'Legal entity');
const tableFor = ({ grain }: ReportAsk) => ({
  key: 'liability',
  names: liability.names,
  by: [
    bucketColumn(BUCKET_UNITS[grain ?? 'MONTH']),
    { key: 'entity', names: ENTITY, descriptions: ENTITY, unit: 'TEXT' as const },
  ],
  values: [changeColumn, outstandingColumn],
});

const cents = (value: number): number => Math.round(value * 100) / 100;

/** Each entity at the end of each part of the period: what moved, added up from the beginning. */
async function askSeries(ask: ReportAsk): Promise<{ series: ReportCell[][]; total: number }> {
  const before = `f.business_day < `;
  const rows = await askPoints(
    ask,
    ({
      day,
      where,
    }) => `SELECT f.legal_entity AS entity, if(${before}${day(ask.days.from)}, toDate('1970-01-01'), ${bucketSql(ask)}) AS bucket,
        toInt64(sum(${OWED})) AS change
      FROM points AS f WHERE f.business_day <= ${day(ask.days.to)} AND ${where} GROUP BY entity, bucket`,
  );
  const changes = new Map(
    rows.map((row) => [`${String(row['entity'])} ${String(row['bucket'])}`, whole(row['change'])]),
  );
  const entities = [...new Set(rows.map((row) => String(row['entity'])))].sort();
  const series = entities.flatMap((entity) => {
    let outstanding = changes.get(`${entity} 1970-01-01`) ?? 0;
    return bucketsOf(ask).map(({ first }) => {
      const change = changes.get(`${entity} ${first}`) ?? 0;
      outstanding = cents(outstanding + change);
      return [textCell(first), textCell(entity), valueCell(change), valueCell(outstanding)];
    });
  });
  return { series, total: cents([...changes.values()].reduce((sum, change) => sum + change, 0)) };
}

function checkOf({ locale }: ReportAsk, left: number, right: number): ReportCheck {
  return {
    name: inWords(locale, texts('Юрлица вместе', 'Заңды тұлғалар бірге', 'Entities together')),
    left: inWords(locale, texts('Сумма по юрлицам', 'Заңды тұлғалар сомасы', 'Sum of the entities')),
    right: inWords(locale, outstandingColumn.names),
    leftValue: left,
    rightValue: right,
    holds: left === right,
  };
}
