import { badInput } from '@adal/service';
import {
  body,
  chartOf,
  type Days,
  inWords,
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
import { BUCKETS_MAX, isIn, maskOf, monthsOf, type Buckets } from './buckets';
import { boughtIn, boughtNotBefore, membersWho } from './members-who';
import { askReach, type Reach } from './reach';
import { membersColumn, revenueColumn, WHO_BOUGHT } from './words';

/** Who bought for the first time in a month, and how many of them buy so many months later. */
export const cohorts: ReportPreset = {
  key: 'cohorts',
  names: texts('Когорты и удержание', 'Когорталар және ұстап қалу', 'Cohorts and retention'),
  descriptions: texts(
    'Участники по месяцу первой покупки: сколько из них покупает через месяц, два, три и сколько они приносят.',
    'Мүшелер алғашқы сатып алу айы бойынша: бір, екі, үш айдан кейін қаншасы алады және қанша түсім әкеледі.',
    'Members by the month of their first purchase: how many buy one, two, three months later, and for how much.',
  ),
  group: 'MEMBERS',
  grains: [],
  cuts: [],
  filters: ['store', 'city', 'brand', 'category'],
  comparable: true,
  windowDays: [],
  async compute(ask) {
    const months = monthsOf(ask.days, 0);
    if (months.days.length > BUCKETS_MAX) throw badInput(`Ask for at most ${BUCKETS_MAX} months.`);
    const before = ask.compared && monthsOf(ask.compared, 0);
    const [now, earlier] = await Promise.all([askCohorts(ask, months), before && askCohorts(ask, before)]);
    const { locale } = ask;
    const rows = months.days.flatMap((first, index) =>
      months.days.slice(index).map((later, since) => {
        const compared = earlier && index + since < (before?.days.length ?? 0) ? earlier(index, since) : null;
        return rowOf(ask, { first, later, since }, now(index, since), compared);
      }),
    );
    return body({
      tables: [tableOf(locale, TABLE, rows)],
      charts: [
        chartOf(locale, TABLE.names, 'HEATMAP', { table: 'cohorts', x: 'since', series: ['cohort', 'retention'] }),
        chartOf(locale, REVENUE_CHART, 'HEATMAP', { table: 'cohorts', x: 'since', series: ['cohort', 'revenue'] }),
      ],
      notes: [inWords(locale, NOTE), ...(earlier ? [inWords(locale, COMPARED)] : []), inWords(locale, WHO_BOUGHT)],
    });
  },
};

const REVENUE_CHART = texts('Выручка когорт', 'Когорталар түсімі', 'Revenue of cohorts');
const NOTE = texts(
  'Когорта — участники, чья первая покупка пришлась на этот месяц; удержание — доля когорты, что купила в месяце. Первый и последний месяцы — целиком и до конца периода.',
  'Когорта — алғашқы сатып алуы осы айға келген мүшелер; ұстап қалу — когортаның сол айда сатып алған үлесі. Бірінші ай толық, соңғысы кезең соңына дейін алынады.',
  'A cohort is the members whose first purchase was in this month; retention is the share of the cohort that bought in a month. The first month is whole, the last one ends with the period.',
);
const COMPARED = texts(
  'Когорта сравнивается с когортой того же по счёту месяца, через столько же месяцев.',
  'Когорта сол ретті айдың когортасымен, сонша айдан кейін салыстырылады.',
  'A cohort is compared with that of the month at the same place, as many months later.',
);
const COHORT = texts('Первая покупка', 'Алғашқы сатып алу', 'First purchase');
const SINCE = texts('Месяцев спустя', 'Неше айдан кейін', 'Months since');
const TABLE = {
  key: 'cohorts',
  names: texts('Удержание по когортам', 'Когорталар бойынша ұстап қалу', 'Retention by cohort'),
  by: [
    { key: 'cohort', names: COHORT, descriptions: COHORT, unit: 'MONTH' as const },
    { key: 'since', names: SINCE, descriptions: SINCE, unit: 'TEXT' as const },
  ],
  values: [
    {
      ...membersColumn,
      key: 'size',
      names: texts('В когорте', 'Когортада', 'In the cohort'),
      descriptions: texts('Участников в когорте.', 'Когортадағы мүшелер.', 'Members of the cohort.'),
    },
    {
      ...membersColumn,
      key: 'active',
      names: texts('Купили', 'Сатып алды', 'Bought'),
      descriptions: texts(
        'Из них купили в этом месяце.',
        'Олардың осы айда алғандары.',
        'Of them, who bought in this month.',
      ),
    },
    {
      key: 'retention',
      names: texts('Удержание', 'Ұстап қалу', 'Retention'),
      descriptions: texts(
        'Доля когорты, что купила.',
        'Когортаның сатып алған үлесі.',
        'Share of the cohort that bought.',
      ),
      unit: 'RATIO' as const,
    },
    revenueColumn,
  ],
};

/** What a cohort, by its number, comes to so many months later. */
async function askCohorts(ask: ReportAsk, months: Buckets): Promise<(index: number, since: number) => Counted> {
  const [counted, revenue] = await Promise.all([count(ask, months), revenueOf(ask, months)]);
  return (index, since) => ({
    size: counted[index]?.[index] ?? 0,
    active: counted[index]?.[index + since] ?? 0,
    revenue: revenue.get(`${index} ${index + since}`) ?? 0,
  });
}

/** Of each cohort, how many bought in each month. */
async function count(ask: ReportAsk, months: Buckets): Promise<number[][]> {
  const rows = await askReach(ask, (reach) => {
    const mask = `${maskOf(months.indexOf(reach, 'r.sale_day'))} AS mask`;
    const columns = months.days.map((_, place) => `toInt64(countIf(${isIn('p.mask', place)})) AS a${place}`);
    return `SELECT c.first AS first, ${columns.join(', ')}
      FROM (${reach.perMember(boughtWithin(reach, months), mask)}) AS p JOIN (${firsts(reach, months)}) AS c ON c.member_id = p.member_id
      GROUP BY first`;
  });
  const found = new Map(rows.map((row) => [Number(row['first']), row]));
  return months.days.map((_, first) => months.days.map((__, place) => Number(found.get(first)?.[`a${place}`] ?? 0)));
}

/** Of each cohort, by its number and that of the month. */
async function revenueOf(ask: ReportAsk, months: Buckets): Promise<Map<string, number>> {
  const rows = await askReach(
    ask,
    (
      reach,
    ) => `SELECT c.first AS first, ${months.indexOf(reach, 'r.sale_day')} AS place, toInt64(sum(r.amount_minor)) AS revenue
      FROM ${boughtWithin(reach, months)} AS r JOIN (${firsts(reach, months)}) AS c ON c.member_id = r.member_id GROUP BY first, place`,
  );
  return new Map(rows.map((row) => [`${String(row['first'])} ${String(row['place'])}`, whole(row['revenue'])]));
}

const boughtWithin = (reach: Reach, { days }: Buckets): string =>
  reach.bought({ from: days[0]?.from ?? null, to: days.at(-1)?.to ?? '' });

/** Rows of member_id and first: the month of the first purchase of all, of those whose it lies within the months. */
function firsts(reach: Reach, months: Buckets): string {
  const [from, to] = [months.days[0]?.from ?? '', months.days.at(-1)?.to ?? ''];
  const source = reach.isWhole
    ? 'SELECT f.member_id AS member_id, f.first_day AS first_day FROM member_features AS f'
    : `SELECT r.member_id AS member_id, min(r.sale_day) AS first_day FROM ${reach.bought({ from: null, to })} AS r WHERE r.stands GROUP BY r.member_id`;
  return `SELECT f.member_id AS member_id, ${months.indexOf(reach, 'f.first_day')} AS first FROM (${source}) AS f
    WHERE f.first_day >= ${reach.day(from)} AND f.first_day <= ${reach.day(to)} AND ${reach.counts}`;
}

interface Cell {
  readonly first: Days;
  readonly later: Days;
  readonly since: number;
}
interface Counted {
  readonly size: number;
  readonly active: number;
  readonly revenue: number;
}

function rowOf(ask: ReportAsk, { first, later, since }: Cell, now: Counted, before: Counted | null): ReportCell[] {
  const cohort: SegmentNode[] = [boughtIn(ask, first), boughtNotBefore(ask, first.from)];
  return [
    textCell(first.from),
    textCell(String(since)),
    valueCell(now.size, before && before.size, membersWho(ask, ...cohort)),
    valueCell(now.active, before && before.active, membersWho(ask, ...cohort, boughtIn(ask, later))),
    valueCell(ratio(now.active, now.size), before && ratio(before.active, before.size)),
    valueCell(now.revenue, before && before.revenue),
  ];
}
