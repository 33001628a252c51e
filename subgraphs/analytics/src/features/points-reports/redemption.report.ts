import {
  body,
  chartOf,
  figure,
  inWords,
  nameOfDays,
  NO_TEXT,
  ratio,
  tableOf,
  textCell,
  texts,
  valueCell,
  type Days,
  type ReportAsk,
  type ReportCell,
  type ReportCheck,
  type ReportPreset,
} from '../reports';
import {
  askMoved,
  askOwed,
  bucketsOf,
  bucketSql,
  isOfStores,
  PART_NAMES,
  partOf,
  type Moved,
  type Part,
} from './points-facts';
import * as words from './points.words';

/** The line that good programmes reach (IK-15). */
const GOOD_SHARE = 0.7;

/** Of the points that were issued, how many are spent, and what became of the rest. */
export const redemption: ReportPreset = {
  key: 'redemption',
  names: texts('Списание баллов', 'Ұпайды жұмсау', 'Redemption'),
  descriptions: texts(
    'Какую долю начисленных баллов тратят, сколько сгорает и сколько остаётся; линия 70 %.',
    'Есептелген ұпайдың қандай үлесі жұмсалады, қаншасы күйіп кетеді, қаншасы қалады; 70 % сызығы.',
    'What share of issued points is spent, how much expires and how much is left; with the 70 % line.',
  ),
  group: 'POINTS',
  grains: ['MONTH', 'WEEK', 'DAY'],
  cuts: [],
  filters: ['store', 'city', 'brand', 'category'],
  memberFilters: ['brand', 'category'],
  comparable: true,
  windowDays: [],
  async compute(ask) {
    const [moved, owed, before] = await Promise.all([
      askMoved(ask, ask.days, bucketSql(ask)),
      askOwed(ask, ask.days),
      ask.compared && askMoved(ask, ask.compared, bucketSql(ask)),
    ]);
    const { locale } = ask;
    const all = [...moved.values()].flat();
    const earlier = before && [...before.values()].flat();
    const parts = isOfStores(ask) ? (['issued', 'spent'] as const) : PART_NAMES;
    return body({
      figures: [
        figure(locale, RATE, { value: rateOf(all), compared: earlier && rateOf(earlier), reference: GOOD_SHARE }),
        ...parts.map((part) =>
          figure(locale, COLUMNS[part], { value: partOf(part, all), compared: earlier && partOf(part, earlier) }),
        ),
        ...(isOfStores(ask) ? [] : [figure(locale, words.outstandingColumn, { value: owed.closing })]),
      ],
      tables: [tableOf(locale, tableFor(ask), rowsOf(ask, moved, owed.opening), totalOf(ask, all, owed))],
      charts: [
        chartOf(locale, RATE.names, 'LINE', { table: 'points', x: 'bucket', series: ['rate'] }, [
          { names: texts('Ориентир', 'Бағдар', 'Reference'), value: GOOD_SHARE },
        ]),
        chartOf(locale, texts('Куда ушли баллы', 'Ұпай қайда кетті', 'Where points went'), 'STACKED_BARS', {
          ...{ table: 'points', x: 'bucket', series: parts.filter((part) => part !== 'issued') },
        }),
      ],
      checks: isOfStores(ask) ? [] : [identityOf(ask, ask.days, all, owed)],
      notes: [inWords(locale, NOTE), ...(isOfStores(ask) ? [inWords(locale, words.STORES_NOTE)] : [])],
    });
  },
};

const COLUMNS = {
  issued: words.issuedColumn,
  spent: words.spentColumn,
  expired: words.expiredColumn,
  reversed: words.reversedColumn,
};
const RATE = {
  key: 'rate',
  names: texts('Доля списания', 'Жұмсалу үлесі', 'Redemption rate'),
  descriptions: texts(
    'Баллы, которыми платили, к начисленным за покупки и подаренным за то же время.',
    'Төлеуге жұмсалған ұпайдың сол уақытта сатып алу үшін есептелген және сыйланғанға қатынасы.',
    'Points that were paid with, to points earned by purchases and granted in the same time.',
  ),
  unit: 'RATIO' as const,
};
const NOTE = texts(
  'Доля считается без возвратов, входящих остатков и ручных исправлений: тратят и баллы прошлых месяцев, поэтому бывает выше 100 %.',
  'Үлес қайтарымсыз, бастапқы қалдықтар мен қолмен түзетулерсіз есептеледі; өткен айлардың ұпайы да жұмсалатындықтан 100 %-дан асуы мүмкін.',
  'The rate leaves out returns, opening balances and corrections; points of earlier months are spent, too, so it may exceed 100 %.',
);

/** As the metric points.redemption_rate has it. */
function rateOf(moved: readonly Moved[]): number | null {
  const sum = (kinds: readonly string[]): number =>
    moved.reduce((total, { kind, amount }) => (kinds.includes(kind) ? total + amount : total), 0);
  return ratio(sum(['SPENT']), sum(['EARNED', 'GRANT']));
}

const tableFor = (ask: ReportAsk) => ({
  key: 'points',
  names: texts('Баллы по времени', 'Уақыт бойынша ұпай', 'Points over time'),
  by: [words.bucketColumn(words.BUCKET_UNITS[ask.grain ?? 'MONTH'])],
  values: isOfStores(ask)
    ? [COLUMNS.issued, COLUMNS.spent, RATE]
    : [...PART_NAMES.map((part) => COLUMNS[part]), words.changeColumn, words.outstandingColumn, RATE],
});

const partsOf = (moved: readonly Moved[]): Record<Part, number> => ({
  issued: partOf('issued', moved),
  spent: partOf('spent', moved),
  expired: partOf('expired', moved),
  reversed: partOf('reversed', moved),
});
const changeOf = (moved: readonly Moved[]): number => {
  const { issued, spent, expired, reversed } = partsOf(moved);
  return Math.round((issued - spent - expired - reversed) * 100) / 100;
};

function rowsOf(ask: ReportAsk, moved: ReadonlyMap<string, Moved[]>, opening: number): ReportCell[][] {
  let outstanding = opening;
  return bucketsOf(ask).map(({ first }) => {
    const own = moved.get(first) ?? [];
    outstanding = Math.round((outstanding + changeOf(own)) * 100) / 100;
    return [textCell(first), ...valuesOf(ask, own, outstanding)];
  });
}

function valuesOf(ask: ReportAsk, moved: readonly Moved[], outstanding: number): ReportCell[] {
  const { issued, spent, expired, reversed } = partsOf(moved);
  const values = isOfStores(ask) ? [issued, spent] : [issued, spent, expired, reversed, changeOf(moved), outstanding];
  return [...values.map((value) => valueCell(value)), valueCell(rateOf(moved))];
}

const totalOf = (ask: ReportAsk, moved: readonly Moved[], { closing }: { closing: number }): ReportCell[] => [
  NO_TEXT,
  ...valuesOf(ask, moved, closing),
];

/** issued = spent + expired + reversed + what is outstanding more than before. */
function identityOf(
  { locale }: ReportAsk,
  days: Days,
  moved: readonly Moved[],
  { opening, closing }: { opening: number; closing: number },
): ReportCheck {
  const { issued, spent, expired, reversed } = partsOf(moved);
  const right = Math.round((spent + expired + reversed + closing - opening) * 100) / 100;
  return {
    name: nameOfDays(locale, IDENTITY, days),
    left: inWords(locale, words.issuedColumn.names),
    right: inWords(locale, BALANCE),
    leftValue: issued,
    rightValue: right,
    holds: issued === right,
  };
}

const IDENTITY = texts('Тождество баллов', 'Ұпай теңдігі', 'Identity of points');
const BALANCE = texts(
  'Потрачено + сгорело + отозвано + изменение остатка',
  'Жұмсалды + күйіп кетті + кері алынды + қалдықтың өзгеруі',
  'Spent + expired + reversed + change of outstanding',
);
