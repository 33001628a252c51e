import {
  body,
  chartOf,
  type Days,
  inWords,
  ratio,
  type ReportAsk,
  type ReportCell,
  type ReportDrill,
  type ReportPreset,
  tableOf,
  textCell,
  texts,
  valueCell,
  whole,
} from '../reports';
import { isIn } from './buckets';
import { boughtIn, membersWho } from './members-who';
import { askReach, type Reach } from './reach';
import { averageColumn, membersColumn, purchasesColumn, revenueColumn, WHO_BOUGHT } from './words';

const [DAYS, HOURS] = [7, 24];
/** So many days of hours are bits of one number that are never its sign. */
const DAYS_OF_MASK = 2;

/** When members come: by the day of the week and the hour of the store's clock. */
export const visitsHeatmap: ReportPreset = {
  key: 'visits-heatmap',
  names: texts('Когда приходят участники', 'Мүшелер қашан келеді', 'When members come'),
  descriptions: texts(
    'Покупки участников по дню недели и часу магазина.',
    'Мүшелердің сатып алуы апта күні мен дүкен сағаты бойынша.',
    'Purchases of members by the day of the week and the hour of the store.',
  ),
  group: 'MEMBERS',
  grains: [],
  cuts: [],
  filters: ['store', 'city', 'brand', 'category'],
  comparable: true,
  windowDays: [],
  async compute(ask) {
    const [now, before] = await Promise.all([
      visitsIn(ask, ask.days),
      ask.compared ? visitsIn(ask, ask.compared) : null,
    ]);
    const { locale } = ask;
    const cells = Array.from({ length: DAYS * HOURS }, (_, place) => cellsOf(ask, place, now(place), before?.(place)));
    return body({
      tables: [tableOf(locale, TABLE, cells)],
      charts: [
        chartOf(locale, visitsHeatmap.names, 'HEATMAP', {
          table: 'visits',
          x: 'hour',
          series: ['weekday', 'purchases'],
        }),
      ],
      notes: [inWords(locale, WHO_BOUGHT)],
    });
  },
};

const WEEKDAY = texts('День недели', 'Апта күні', 'Day of the week');
const HOUR = texts('Час', 'Сағат', 'Hour');
const TABLE = {
  key: 'visits',
  names: visitsHeatmap.names,
  by: [
    { key: 'weekday', names: WEEKDAY, descriptions: WEEKDAY, unit: 'WEEKDAY' as const },
    { key: 'hour', names: HOUR, descriptions: HOUR, unit: 'HOUR_OF_DAY' as const },
  ],
  values: [purchasesColumn, membersColumn, revenueColumn, averageColumn],
};

interface Sold {
  readonly purchases: number;
  readonly revenue: number;
}
interface Visits extends Sold {
  readonly members: number;
}

/** What an hour of the week, by its place, comes to. */
async function visitsIn(ask: ReportAsk, days: Days): Promise<(place: number) => Visits> {
  const [sold, members] = await Promise.all([soldAt(ask, days), membersAt(ask, days)]);
  return (place) => ({ ...(sold.get(nameOf(place)) ?? NOTHING), members: members[place] ?? 0 });
}

const NOTHING: Sold = { purchases: 0, revenue: 0 };
const at = (place: number): { weekday: number; hour: number } => ({
  weekday: Math.floor(place / HOURS) + 1,
  hour: place % HOURS,
});
const nameOf = (place: number): string => `${at(place).weekday} ${at(place).hour}`;

const ofNotClosed = "r.member_id IN (SELECT m.member_id FROM members AS m WHERE m.status <> 'CLOSED')";

async function soldAt(ask: ReportAsk, days: Days): Promise<Map<string, Sold>> {
  const rows = await askReach(
    ask,
    (reach) => `SELECT toDayOfWeek(r.sale_day) AS weekday, r.sale_hour AS hour, toInt64(countIf(r.stands)) AS purchases,
        toInt64(sum(r.amount_minor)) AS revenue
      FROM ${reach.bought(days)} AS r WHERE ${ofNotClosed} GROUP BY weekday, hour`,
  );
  return new Map(
    rows.map((row) => [
      `${String(row['weekday'])} ${String(row['hour'])}`,
      { purchases: Number(row['purchases']), revenue: whole(row['revenue']) },
    ]),
  );
}

/** How many members came in each hour of the week: each keeps the hours in bits of some numbers. */
async function membersAt(ask: ReportAsk, days: Days): Promise<number[]> {
  const masks = Math.ceil(DAYS / DAYS_OF_MASK);
  const [row] = await askReach(ask, (reach) => {
    const columns = Array.from({ length: DAYS * HOURS }, (_, place) => {
      const [mask, bit] = [Math.floor(place / (DAYS_OF_MASK * HOURS)), place % (DAYS_OF_MASK * HOURS)];
      return `toInt64(countIf(${isIn(`p.m${mask}`, bit)})) AS c${place}`;
    });
    return `SELECT ${columns.join(', ')} FROM (${hoursOf(reach, days, masks)}) AS p`;
  });
  return Array.from({ length: DAYS * HOURS }, (_, place) => Number(row?.[`c${place}`] ?? 0));
}

function hoursOf(reach: Reach, days: Days, masks: number): string {
  const hour = `toInt64((toDayOfWeek(r.sale_day) - 1) * ${HOURS} + r.sale_hour)`;
  // What does not stand is left out before its hours are worked out, and a receipt's hour is worked out once for all masks.
  const stood = `(SELECT r.member_id AS member_id, ${hour} AS hour FROM ${reach.bought(days)} AS r WHERE r.stands)`;
  const bits = DAYS_OF_MASK * HOURS;
  const columns = Array.from(
    { length: masks },
    (_, mask) =>
      `groupBitOr(if(intDiv(r.hour, ${bits}) = ${mask}, bitShiftLeft(toInt64(1), r.hour % ${bits}), toInt64(0))) AS m${mask}`,
  );
  return reach.perMember(stood, columns.join(', '));
}

function cellsOf(ask: ReportAsk, place: number, now: Visits, before: Visits | undefined): ReportCell[] {
  const { weekday, hour } = at(place);
  const value = (of: (visits: Visits) => number | null, drill: ReportDrill | null = null): ReportCell =>
    valueCell(of(now), before ? of(before) : null, drill);
  const when = { weekdays: [weekday], hours: { from: hour, to: hour } };
  const who = membersWho(ask, boughtIn(ask, ask.days, when));
  return [
    textCell(String(weekday)),
    textCell(String(hour)),
    value(({ purchases }) => purchases, now.purchases > 0 ? who : null),
    value(({ members }) => members, who),
    value(({ revenue }) => revenue),
    value(({ revenue, purchases }) => ratio(revenue, purchases)),
  ];
}
