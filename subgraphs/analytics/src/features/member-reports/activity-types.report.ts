import type { Texts } from '../metrics';
import {
  body,
  chartOf,
  type Days,
  figure,
  inWords,
  NO_TEXT,
  ratio,
  type ReportAsk,
  type ReportCell,
  type ReportPreset,
  tableOf,
  textCell,
  texts,
  valueCell,
  whole,
} from '../reports';
import type { SegmentNode } from '../segment-language';
import { boughtIn, measured, membersWho } from './members-who';
import { askReach } from './reach';
import { membersColumn, revenueColumn, shareColumn, WHO_BOUGHT } from './words';

const TYPES = [
  {
    key: 'promoBuyer',
    names: texts('Покупает акционное', 'Акциялық тауар алады', 'Buys on promotion'),
    descriptions: texts(
      'Заплатил хотя бы за один товар по акции.',
      'Кемінде бір акциялық тауарға ақша төлеген.',
      'Paid for something that was on promotion.',
    ),
    sum: 'r.promo_minor',
  },
  {
    key: 'earner',
    names: texts('Накапливает', 'Жинайды', 'Earns points'),
    descriptions: texts('Заработал баллы покупками.', 'Сатып алудан ұпай жинаған.', 'Earned points by purchases.'),
    sum: 'r.points_earned_minor',
  },
  {
    key: 'burner',
    names: texts('Расплачивается баллами', 'Ұпаймен төлейді', 'Spends points'),
    descriptions: texts(
      'Оплатил баллами часть покупки.',
      'Сатып алудың бір бөлігін ұпаймен төлеген.',
      'Paid with points.',
    ),
    sum: 'r.points_spent_minor',
  },
] as const;

/** Which of active members buy on promotion, earn points and spend them (IK-12). */
export const activityTypes: ReportPreset = {
  key: 'activity-types',
  names: texts('Типы активных участников', 'Белсенді мүшелердің түрлері', 'Types of active members'),
  descriptions: texts(
    'Кто из покупавших берёт акционное, накапливает баллы и расплачивается ими.',
    'Сатып алғандардың қайсысы акциялық тауар алады, ұпай жинайды және онымен төлейді.',
    'Who of those who bought takes promotions, earns points and pays with them.',
  ),
  group: 'MEMBERS',
  grains: [],
  cuts: [],
  filters: ['store', 'city', 'brand', 'category'],
  memberFilters: ['brand', 'category'],
  comparable: true,
  windowDays: [],
  async compute(ask) {
    const [now, compared] = await Promise.all([count(ask, ask.days), ask.compared && count(ask, ask.compared)]);
    const { locale } = ask;
    const all = membersOf(now, () => true);
    const full = MIXES.length - 1;
    return body({
      figures: [
        figure(locale, FULL, {
          value: ratio(now[full]?.members ?? 0, all),
          compared:
            compared &&
            ratio(
              compared[full]?.members ?? 0,
              membersOf(compared, () => true),
            ),
        }),
      ],
      tables: [
        tableOf(
          locale,
          FLAGS_TABLE,
          TYPES.map((type, bit) => flagRow(ask, type.names, bit, now, compared, all)),
        ),
        tableOf(
          locale,
          MIX_TABLE,
          MIXES.map((mix) => mixRow(ask, mix, now, compared, all)),
          [
            NO_TEXT,
            valueCell(all),
            valueCell(ratio(all, all)),
            valueCell(now.reduce((sum, { revenue }) => sum + revenue, 0)),
          ],
        ),
      ],
      charts: [
        chartOf(locale, FLAGS_TABLE.names, 'BARS', { table: 'flags', x: 'type', series: ['members'] }),
        chartOf(locale, MIX_TABLE.names, 'BARS', { table: 'mixes', x: 'type', series: ['members'] }),
      ],
      notes: [inWords(locale, NOTE), inWords(locale, WHO_BOUGHT)],
    });
  },
};

const NOTE = texts(
  'Все доли — от участников, которые купили в периоде. Баллы и акции — за вычетом возвратов; один участник может быть сразу трёх типов.',
  'Барлық үлес — осы кезеңде сатып алған мүшелерден. Ұпай мен акция қайтарымсыз есептеледі; бір мүше үш түрге де жатуы мүмкін.',
  'All shares are of the members who bought in the period. Points and promotions are less what was returned; a member may be of all three types.',
);
const FULL = {
  key: 'allThree',
  names: texts('Полностью вовлечены', 'Толық тартылған', 'Fully engaged'),
  descriptions: texts(
    'Доля тех, кто покупает акционное, накапливает и расплачивается.',
    'Акциялық тауар алатын, жинайтын және төлейтіндердің үлесі.',
    'Share of those who buy on promotion, earn and spend.',
  ),
  unit: 'RATIO' as const,
};
const TYPE = texts('Тип', 'Түрі', 'Type');
const BY_TYPE = [{ key: 'type', names: TYPE, descriptions: TYPE, unit: 'TEXT' as const }];
const FLAGS_TABLE = {
  key: 'flags',
  names: texts('По признакам', 'Белгілер бойынша', 'By type'),
  by: BY_TYPE,
  values: [membersColumn, shareColumn],
};
const MIX_TABLE = {
  key: 'mixes',
  names: texts('По сочетаниям', 'Үйлесімдер бойынша', 'By combination'),
  by: BY_TYPE,
  values: [membersColumn, shareColumn, revenueColumn],
};
/** Every combination, as bits. */
const MIXES = Array.from({ length: 1 << TYPES.length }, (_, mix) => mix);
const has = (mix: number, bit: number): boolean => ((mix >> bit) & 1) === 1;

interface Counted {
  readonly members: number;
  readonly revenue: number;
}

async function count(ask: ReportAsk, days: Days): Promise<Counted[]> {
  const rows = await askReach(ask, (reach) => {
    const mix = TYPES.map(({ sum }, bit) => `if(sum(${sum}) > 0, ${1 << bit}, 0)`).join(' + ');
    const members = reach.perMember(
      reach.bought(days),
      `${mix} AS mix, countIf(r.stands) AS purchases, sum(r.amount_minor) AS revenue`,
    );
    return `SELECT p.mix AS mix, toInt64(count()) AS members, toInt64(sum(p.revenue)) AS revenue FROM (${members}) AS p
      WHERE p.purchases > 0 GROUP BY p.mix`;
  });
  return MIXES.map((mix) => {
    const row = rows.find((one) => Number(one['mix']) === mix);
    return { members: Number(row?.['members'] ?? 0), revenue: whole(row?.['revenue'] ?? 0) };
  });
}

const membersOf = (counted: readonly Counted[], test: (mix: number) => boolean): number =>
  counted.reduce((sum, { members }, mix) => sum + (test(mix) ? members : 0), 0);

function flagRow(
  ask: ReportAsk,
  names: Texts,
  bit: number,
  now: readonly Counted[],
  compared: readonly Counted[] | null,
  all: number,
): ReportCell[] {
  const members = membersOf(now, (mix) => has(mix, bit));
  const before = compared && membersOf(compared, (mix) => has(mix, bit));
  const who = membersWho(ask, boughtIn(ask, ask.days), typeTest(ask, bit, true));
  return [textCell(inWords(ask.locale, names)), valueCell(members, before, who), valueCell(ratio(members, all))];
}

function mixRow(
  ask: ReportAsk,
  mix: number,
  now: readonly Counted[],
  compared: readonly Counted[] | null,
  all: number,
): ReportCell[] {
  const own = TYPES.filter((_, bit) => has(mix, bit)).map(({ names }) => inWords(ask.locale, names));
  const { members, revenue } = now[mix] ?? { members: 0, revenue: 0 };
  const tests = TYPES.map((_, bit) => typeTest(ask, bit, has(mix, bit)));
  return [
    textCell(
      own.length > 0 ? own.join(' + ') : inWords(ask.locale, texts('Ничего из этого', 'Ешқайсысы', 'None of these')),
    ),
    valueCell(members, compared?.[mix]?.members ?? null, membersWho(ask, boughtIn(ask, ask.days), ...tests)),
    valueCell(ratio(members, all)),
    valueCell(revenue),
  ];
}

/** That a member is of the type, or is not: sums may fall below zero by what is returned. */
function typeTest(ask: ReportAsk, bit: number, is: boolean): SegmentNode {
  const some = { from: 1 };
  const test = [
    measured(ask, ask.days, 'AMOUNT', some, { promoted: true }),
    measured(ask, ask.days, 'POINTS_EARNED', some),
    measured(ask, ask.days, 'POINTS_SPENT', some),
  ][bit];
  if (!test) throw new Error(`There is no type ${bit}`);
  return is ? test : { kind: 'NOT', of: test };
}
