import {
  body,
  chartOf,
  figure,
  inWords,
  NO_TEXT,
  tableOf,
  textCell,
  texts,
  valueCell,
  type ReportAsk,
  type ReportCell,
  type ReportCheck,
  type ReportPreset,
} from '../reports';
import { askMoved, askOwed, bucketsOf, bucketSql, isOfStores, type Moved } from './points-facts';
import { BUCKET_UNITS, bucketColumn, STORES_NOTE } from './points.words';

/** What was booked of points, kind by kind as the ledger posts it (LI-26). */
const KINDS = [
  {
    kind: 'EARNED',
    sign: 1,
    names: texts('Начислено за покупки', 'Сатып алу үшін есептелді', 'Earned by purchases'),
    descriptions: texts('По чекам продаж.', 'Сату чектері бойынша.', 'By sales receipts.'),
  },
  {
    kind: 'GRANT',
    sign: 1,
    names: texts('Подарено', 'Сыйланды', 'Granted'),
    descriptions: texts(
      'Акциями и рассылками, за вычетом отменённого.',
      'Акциялармен және таратылымдармен, болдырмағаны шегерілген.',
      'By promotions and campaigns, less what was undone.',
    ),
  },
  {
    kind: 'OPENING_BALANCE',
    sign: 1,
    names: texts('Входящие остатки', 'Бастапқы қалдықтар', 'Opening balances'),
    descriptions: texts(
      'Перенесено из прежней системы.',
      'Бұрынғы жүйеден көшірілген.',
      'Brought along from the system before.',
    ),
  },
  {
    kind: 'ADJUSTMENT',
    sign: 1,
    names: texts('Исправления', 'Түзетулер', 'Adjustments'),
    descriptions: texts('Начислено и списано вручную.', 'Қолмен есептелген және алынған.', 'Given and taken by hand.'),
  },
  {
    kind: 'ACTIVATED',
    sign: 0,
    names: texts('Активировано', 'Іске қосылды', 'Activated'),
    descriptions: texts(
      'Ждали и стали доступны; остаток от этого не меняется.',
      'Күтіп, қолжетімді болды; қалдық бұдан өзгермейді.',
      'Waited and became spendable; it changes nothing of what is outstanding.',
    ),
  },
  {
    kind: 'SPENT',
    sign: -1,
    names: texts('Потрачено', 'Жұмсалды', 'Spent'),
    descriptions: texts('Оплачено баллами.', 'Ұпаймен төленді.', 'Paid with.'),
  },
  {
    kind: 'SPENT_BACK',
    sign: 1,
    names: texts('Возвращено потраченное', 'Жұмсалғаны қайтарылды', 'Spent, given back'),
    descriptions: texts('При возврате покупок.', 'Сатып алу қайтарылғанда.', 'By returns.'),
  },
  {
    kind: 'EARNED_BACK',
    sign: -1,
    names: texts('Отозвано при возвратах', 'Қайтарымда кері алынды', 'Reversed by returns'),
    descriptions: texts(
      'Начисленное за то, что вернули.',
      'Қайтарылған тауар үшін есептелгені.',
      'What had been earned by what came back.',
    ),
  },
  {
    kind: 'EXPIRED',
    sign: -1,
    names: texts('Сгорело', 'Күйіп кетті', 'Expired'),
    descriptions: texts('Срок истёк.', 'Мерзімі өтті.', 'Their time ran out.'),
  },
] as const;
const COLUMNS = KINDS.map(({ kind, names, descriptions }) => ({
  ...{ key: kind, names, descriptions, unit: 'POINTS' as const },
}));
const AT_TILLS = ['EARNED', 'SPENT', 'SPENT_BACK', 'EARNED_BACK'];
/** Who gave what is known of what was earned, and of what of it returns took back. */
const OF_PROMOTIONS = ['EARNED', 'EARNED_BACK'];

export const cashback: ReportPreset = {
  key: 'cashback',
  names: texts('Движение кешбэка', 'Кешбэк қозғалысы', 'Cashback'),
  descriptions: texts(
    'Начисления, активация, траты, сгорание и отзыв баллов по времени, магазинам и городам — как в проводках.',
    'Ұпайды есептеу, іске қосу, жұмсау, күю және кері алу: уақыт, дүкен және қала бойынша — өткізбелердегідей.',
    'Points earned, activated, spent, expired and reversed by time, store and city, as they are posted.',
  ),
  group: 'POINTS',
  grains: ['MONTH', 'WEEK', 'DAY'],
  cuts: ['store', 'city', 'promotion'],
  filters: ['store', 'city', 'brand', 'category'],
  memberFilters: ['brand', 'category'],
  comparable: true,
  windowDays: [],
  async compute(ask) {
    const [moved, owed, before] = await Promise.all([
      askMoved(ask, ask.days, cutOf(ask)),
      askOwed(ask, ask.days),
      ask.compared && askMoved(ask, ask.compared, cutOf(ask)),
    ]);
    const { locale } = ask;
    const all = [...moved.values()].flat();
    const earlier = before && [...before.values()].flat();
    const shown = COLUMNS.filter(
      ({ key }) =>
        (!isOfStores(ask) || AT_TILLS.includes(key)) && (ask.by !== 'promotion' || OF_PROMOTIONS.includes(key)),
    );
    const cells = (some: readonly Moved[], then: readonly Moved[] | null): ReportCell[] =>
      shown.map(({ key }) => valueCell(sumOf(some, key), then && sumOf(then, key)));
    const keys = ask.by ? [...moved.keys()].sort() : bucketsOf(ask).map(({ first }) => first);
    return body({
      figures: shown.map((column) =>
        figure(locale, column, { value: sumOf(all, column.key), compared: earlier && sumOf(earlier, column.key) }),
      ),
      tables: [
        tableOf(
          locale,
          { key: 'cashback', names: cashback.names, by: [rowsBy(ask)], values: shown },
          keys.map((key) => [
            textCell(key),
            ...cells(moved.get(key) ?? [], ask.by && before ? (before.get(key) ?? []) : null),
          ]),
          [NO_TEXT, ...cells(all, earlier)],
        ),
      ],
      charts: [
        chartOf(locale, cashback.names, ask.by ? 'BARS' : 'LINE', {
          ...{
            table: 'cashback',
            x: rowsBy(ask).key,
            series: ask.by === 'promotion' ? OF_PROMOTIONS : ['EARNED', 'SPENT'],
          },
        }),
      ],
      checks: isOfStores(ask) || ask.by === 'promotion' ? [] : [checkOf(ask, all, owed)],
      notes: [
        inWords(locale, NOTE),
        ...(ask.by === 'promotion' ? [inWords(locale, PROMOTIONS_NOTE)] : []),
        ...(isOfStores(ask) || ask.by ? [inWords(locale, STORES_NOTE)] : []),
      ],
    });
  },
};

const NOTE = texts(
  'Начисления и траты — по дню на кассе, возвраты — по дню возврата. Баллы, доступные сразу при начислении, в «активировано» не входят.',
  'Есептеу мен жұмсау — кассадағы күн бойынша, қайтарым — қайтарылған күн бойынша. Бірден қолжетімді ұпай «іске қосылды» дегенге кірмейді.',
  'Points are of the day at the till, returns of the day of the return. What is spendable at once is not among the activated.',
);

const PROMOTIONS_NOTE = texts(
  'Строка без акции — начислено правилами программы, и возвраты продаж, о которых не записано, за какие строки акции начислили.',
  'Акциясыз жол — бағдарлама ережесі бойынша есептелгені және акциялар қай жолдар үшін есептегені жазылмаған сатылымдардың қайтарымы.',
  'The row without a promotion was earned by the rules of the programme; so are returns of sales of which nobody kept which lines promotions gave points for.',
);

function cutOf(ask: ReportAsk): string {
  if (ask.by === 'store') return 'f.store_id';
  if (ask.by === 'promotion') return 'f.promotion_id';
  if (ask.by === 'city') return "if(f.store_id = '', '', ifNull(s.city, ''))";
  return bucketSql(ask);
}

const BY_PROMOTION = {
  key: 'promotion',
  names: texts('Акция', 'Акция', 'Promotion'),
  descriptions: texts(
    'Акция, которая начислила баллы.',
    'Ұпайды есептеген акция.',
    'The promotion that gave the points.',
  ),
  unit: 'PROMOTION' as const,
};

const rowsBy = ({ by, grain }: ReportAsk) => {
  if (by === null) return bucketColumn(BUCKET_UNITS[grain ?? 'MONTH']);
  if (by === 'promotion') return BY_PROMOTION;
  const names = by === 'city' ? texts('Город', 'Қала', 'City') : texts('Магазин', 'Дүкен', 'Store');
  const unit = by === 'city' ? ('CITY' as const) : ('STORE' as const);
  return { key: 'place', names, descriptions: names, unit };
};

const sumOf = (moved: readonly Moved[], kind: string): number =>
  moved.reduce((sum, one) => (one.kind === kind ? sum + one.amount : sum), 0) / 100;

/** What came less what went is by how much more is outstanding. */
function checkOf(
  { locale }: ReportAsk,
  moved: readonly Moved[],
  { opening, closing }: { opening: number; closing: number },
): ReportCheck {
  const left = KINDS.reduce((sum, { kind, sign }) => sum + Math.round(sumOf(moved, kind) * 100) * sign, 0) / 100;
  const right = Math.round((closing - opening) * 100) / 100;
  return {
    name: inWords(locale, texts('Сверка с остатком', 'Қалдықпен салыстыру', 'Ties to what is outstanding')),
    left: inWords(locale, texts('Пришло − ушло', 'Келді − кетті', 'Came − went')),
    right: inWords(locale, texts('Изменение остатка', 'Қалдықтың өзгеруі', 'Change of outstanding')),
    leftValue: left,
    rightValue: right,
    holds: left === right,
  };
}
