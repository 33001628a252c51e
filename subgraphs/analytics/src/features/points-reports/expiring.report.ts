import { DateTime } from 'luxon';
import { binder } from '../../store/binder';
import { askStore } from '../metrics';
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
  type ReportPreset,
} from '../reports';
import type { SegmentNode } from '../segment-language';

const [WEEKS, WEEK_DAYS] = [13, 7];

/** Points that expire in the weeks ahead, and whose they are. */
export const expiring: ReportPreset = {
  key: 'expiring',
  names: texts('Скоро сгорит', 'Жақында күйеді', 'Expiring soon'),
  descriptions: texts(
    'Сколько баллов и у скольких участников сгорит в каждую из ближайших тринадцати недель.',
    'Алдағы он үш аптаның әрқайсысында қанша мүшенің қанша ұпайы күйеді.',
    'How many points of how many members expire in each of the thirteen weeks ahead.',
  ),
  group: 'POINTS',
  grains: [],
  cuts: [],
  filters: ['store', 'city', 'brand', 'category'],
  memberFilters: ['store', 'city', 'brand', 'category'],
  comparable: false,
  windowDays: [],
  async compute(ask) {
    const weeks = await askWeeks(ask);
    const { locale } = ask;
    return body({
      figures: [
        figure(locale, POINTS, { value: weeks.reduce((sum, { minor }) => sum + minor, 0) / 100 }),
        figure(
          locale,
          { ...POINTS, key: 'nextWeek', names: NEXT_WEEK, descriptions: NEXT_WEEK },
          { value: whole(weeks[0]?.minor ?? 0) },
        ),
      ],
      tables: [
        tableOf(
          locale,
          TABLE,
          weeks.map(({ first, last, minor, members, fromDays, toDays }) => [
            textCell(first),
            textCell(last),
            valueCell(whole(minor)),
            valueCell(members, null, {
              __typename: 'ReportDrillMembers',
              definition: whoseExpire(ask, fromDays, toDays),
            }),
          ]),
        ),
      ],
      charts: [chartOf(locale, expiring.names, 'BARS', { table: 'weeks', x: 'from', series: ['points'] })],
      notes: [inWords(locale, NOTE)],
    });
  },
};

const NEXT_WEEK = texts('Сгорит за 7 дней', '7 күнде күйеді', 'Expires within 7 days');
const NOTE = texts(
  'Отсчёт — от сегодняшнего дня сети, выбранный период не важен. Участник, у которого баллы сгорают в разные недели, есть в каждой из них.',
  'Есеп желінің бүгінгі күнінен басталады, таңдалған кезең маңызды емес. Ұпайы түрлі аптада күйетін мүше солардың әрқайсысында бар.',
  'Weeks are counted from the chain’s today, whatever the period asked for. A member whose points expire in several weeks is in each of them.',
);
const POINTS = {
  key: 'points',
  names: texts('Сгорит', 'Күйеді', 'Expires'),
  descriptions: texts(
    'Баллы со сроком в это время, если их не потратят раньше.',
    'Мерзімі осы уақытта бітетін ұпай, бұрын жұмсалмаса.',
    'Points whose time runs out then, unless they are spent before.',
  ),
  unit: 'POINTS' as const,
};
const day = (key: string, names: ReturnType<typeof texts>) => ({
  key,
  names,
  descriptions: names,
  unit: 'DATE' as const,
});
const TABLE = {
  key: 'weeks',
  names: texts('По неделям', 'Апталар бойынша', 'By week'),
  by: [day('from', texts('С', 'Бастап', 'From')), day('to', texts('По', 'Дейін', 'To'))],
  values: [
    POINTS,
    {
      key: 'members',
      names: texts('Участники', 'Мүшелер', 'Members'),
      descriptions: texts('У кого сгорят баллы.', 'Кімнің ұпайы күйеді.', 'Whose points expire.'),
      unit: 'COUNT' as const,
    },
  ],
};

interface Week {
  readonly fromDays: number;
  readonly toDays: number;
  readonly first: string;
  readonly last: string;
  readonly minor: number;
  readonly members: number;
}

/** As the condition POINTS_EXPIRING has it: what should have expired by now does not count any more. */
async function askWeeks(ask: ReportAsk): Promise<Week[]> {
  const { now, config } = ask.ctx;
  const today = DateTime.fromJSDate(now, { zone: config.BUSINESS_TIME_ZONE }).startOf('day');
  const own = binder();
  const at = (moment: DateTime): string => `fromUnixTimestamp64Milli(${own.bind('Int64', moment.toMillis())})`;
  const begins = Array.from({ length: WEEKS + 1 }, (_, week) => today.plus({ days: week * WEEK_DAYS }));
  const week = begins
    .slice(1)
    .reduceRight((rest, end, index) => `if(f.expires_at < ${at(end)}, ${index}, ${rest})`, `${WEEKS}`);
  const whose =
    ask.population?.(own) ?? "f.member_id IN (SELECT m.member_id FROM members AS m WHERE m.status <> 'CLOSED')";
  const sql = `SELECT ${week} AS week, toInt64(sum(f.left_minor)) AS points, toInt64(uniqExact(f.member_id)) AS members
    FROM lots AS f WHERE f.left_minor > 0 AND f.status <> 'EXPIRED' AND f.expires_at > ${at(DateTime.fromJSDate(now))}
      AND f.expires_at < ${at(begins.at(-1) ?? today)} AND ${whose} GROUP BY week`;
  const rows = await askStore(ask.ctx, { sql, parameters: own.parameters });
  const found = new Map(rows.map((row) => [Number(row['week']), row]));
  return begins.slice(0, WEEKS).map((begin, index) => ({
    fromDays: index * WEEK_DAYS,
    toDays: index * WEEK_DAYS + WEEK_DAYS - 1,
    first: begin.toFormat('yyyy-MM-dd'),
    last: begin.plus({ days: WEEK_DAYS - 1 }).toFormat('yyyy-MM-dd'),
    minor: Number(found.get(index)?.['points'] ?? 0),
    members: Number(found.get(index)?.['members'] ?? 0),
  }));
}

function whoseExpire({ definition }: ReportAsk, fromDays: number, toDays: number): SegmentNode {
  const test: SegmentNode = { kind: 'POINTS_EXPIRING', when: { kind: 'DAYS', fromDays, toDays }, from: 1 };
  return definition ? { kind: 'ALL', of: [definition, test] } : test;
}
