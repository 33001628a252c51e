import { badInput } from '@adal/service';
import type { Row } from '../../store/analytics-store';
import {
  body,
  chartOf,
  type Days,
  figure,
  inWords,
  nameOfDays,
  ratio,
  type ReportAsk,
  type ReportCheck,
  type ReportPreset,
  tableOf,
  textCell,
  texts,
  valueCell,
} from '../reports';
import { bucketsOf, BUCKETS_MAX, isIn, maskOf, type Buckets } from './buckets';
import { askFlowShares, type FlowShares } from './flow-sales';
import { boughtBefore, boughtIn, boughtNotBefore, boughtNotIn, membersWho } from './members-who';
import { askReach, type Reach } from './reach';
import { FLOW_NAMES, FLOW_RATIOS, flowColumns } from './flow.words';
import { WHO_BOUGHT } from './words';

/** Who came, stayed and went from one period to the next. */
export interface Flow {
  readonly before: number;
  readonly active: number;
  readonly stable: number;
  readonly churned: number;
  readonly new: number;
  readonly returned: number;
}
const FLOWS = ['before', 'active', 'stable', 'churned', 'new', 'returned'] as const;

/** Churned, new, returned and stable members with their ratios (LO-21). */
export const flow: ReportPreset = {
  key: 'flow',
  names: texts('Отток, приток и стабильные', 'Кеткендер, келгендер, тұрақтылар', 'Churned, new and stable members'),
  descriptions: texts(
    'Кто перестал покупать, кто пришёл, вернулся и остался; отношение оттока к новым и к стабильным.',
    'Кім сатып алуды қойды, кім келді, қайтты және қалды; кеткендердің жаңаларға және тұрақтыларға қатынасы.',
    'Who stopped buying, who came, came back and stayed; churned to new and churned to stable.',
  ),
  group: 'MEMBERS',
  grains: ['MONTH', 'WEEK'],
  cuts: [],
  filters: ['store', 'city', 'brand', 'category'],
  comparable: true,
  windowDays: [],
  async compute(ask) {
    const parts = bucketsOf(ask);
    if (parts.days.length > BUCKETS_MAX)
      throw badInput(`Ask for at most ${BUCKETS_MAX - 1} weeks or months: a shorter period or a coarser grain.`);
    const whole = bucketsOf({ days: ask.days, grain: null });
    const earlier = ask.compared && bucketsOf({ days: ask.compared, grain: null });
    const [{ rows, ...period }, before] = await Promise.all([
      askPeriod(ask, whole, parts),
      earlier && askPeriod(ask, earlier),
    ]);
    const { locale } = ask;
    return body({
      figures: FLOW_RATIOS.map(({ of, ...named }) =>
        figure(locale, named, { value: of(period), compared: before && of(before) }),
      ),
      tables: [
        tableOf(
          locale,
          { key: 'flow', names: flow.names, ...flowColumns(ask.grain === 'WEEK' ? 'WEEK' : 'MONTH') },
          rows.map((row, index) => rowOf(ask, row, parts.days[index], parts.days[index + 1])),
        ),
      ],
      charts: [
        chartOf(locale, flow.names, 'STACKED_BARS', {
          table: 'flow',
          x: 'bucket',
          series: ['stable', 'new', 'returned'],
        }),
        chartOf(locale, CHURN_CHART, 'LINE', { table: 'flow', x: 'bucket', series: ['churned', 'new'] }),
      ],
      checks: [
        ...parts.days.slice(1).flatMap((days, index) => (rows[index] ? checkOf(ask, rows[index], days) : [])),
        checkOf(ask, period, ask.days),
      ],
      notes: [inWords(locale, FLOW_NOTE), inWords(locale, WHO_BOUGHT)],
    });
  },
};

const CHURN_CHART = texts('Отток и новые', 'Кеткендер мен жаңалар', 'Churned and new');
const FLOW_NOTE = texts(
  'Активные купили в этом отрезке. Стабильные купили и в прошлом; новые — впервые; вернувшиеся — не в прошлом, но раньше; отток — те, кто купил в прошлом отрезке, но не в этом.',
  'Белсенділер осы аралықта сатып алды. Тұрақтылар өткен аралықта да алған; жаңалар — алғаш рет; қайтқандар — өткенде емес, бұрынырақ алған; кеткендер — өткен аралықта алып, бұл жолы алмағандар.',
  'Active members bought in this part of the period. Stable ones bought in the part before, too; new ones for the first time; returned ones not in the part before, but earlier; churned ones bought in the part before and not in this one.',
);

export interface Period extends Flow, FlowShares {
  readonly purchases: number;
  readonly items: number;
}

/** The period and, when asked for, its parts, which end with it. */
async function askPeriod(ask: ReportAsk, whole: Buckets, parts?: Buckets): Promise<Period & { readonly rows: Flow[] }> {
  const days = whole.days.at(-1) ?? ask.days;
  const [row, shares] = await Promise.all([
    askFlows(ask, days, parts ? [whole, parts] : [whole]),
    askFlowShares(ask, days),
  ]);
  const [counted] = flowsOf(row, whole, 0);
  if (!counted) throw new Error('A period has one flow');
  const [purchases, items] = [Number(row['purchases'] ?? 0), Number(row['quantity'] ?? 0) / 1_000];
  return { ...counted, ...shares, purchases, items, rows: parts ? flowsOf(row, parts, 1) : [] };
}

const placesOf = (buckets: Buckets): number[] => buckets.days.slice(1).map((_, index) => index + 1);

const flowsOf = (row: Row, buckets: Buckets, cut: number): Flow[] =>
  placesOf(buckets).map(
    (place) =>
      Object.fromEntries(FLOWS.map((name) => [name, Number(row[`${name}_${cut}_${place}`] ?? 0)])) as unknown as Flow,
  );

/** The flow into each bucket but the first, of every cut, and what was bought in the days: by one look at every member. */
async function askFlows(ask: ReportAsk, days: Days, cuts: readonly Buckets[]): Promise<Row> {
  const [row] = await askReach(ask, (reach) => {
    const counted = cuts.flatMap((buckets, cut) => placesOf(buckets).flatMap((place) => countsOf(cut, place)));
    return `SELECT ${counted.join(', ')}, toInt64(sum(p.purchases)) AS purchases, toInt64(sum(p.quantity)) AS quantity
      FROM (${masks(reach, days, cuts)}) AS p`;
  });
  return row ?? {};
}

function countsOf(cut: number, place: number): string[] {
  const [now, before, first] = [isIn(`p.mask${cut}`, place), isIn(`p.mask${cut}`, place - 1), `p.first${cut}`];
  const tests = {
    before,
    active: now,
    stable: `${now} AND ${before}`,
    churned: `${before} AND NOT ${now}`,
    new: `${now} AND ${first} = ${place}`,
    returned: `${now} AND NOT ${before} AND ${first} < ${place}`,
  };
  return FLOWS.map((name) => `toInt64(countIf(${tests[name]})) AS ${name}_${cut}_${place}`);
}

/** Rows of members: of each cut a mask and the bucket of the first purchase of all, and what was bought in the days. */
function masks(reach: Reach, days: Days, cuts: readonly Buckets[]): string {
  const inDays = `r.sale_day >= ${reach.day(days.from)}`;
  const sums = [`countIf(r.stands AND ${inDays}) AS purchases`, `sumIf(r.quantity_milli, ${inDays}) AS quantity`];
  const indexes = cuts.map((buckets) => buckets.indexOf(reach, 'r.sale_day'));
  const masked = indexes.map((index, cut) => `${maskOf(index)} AS mask${cut}`);
  if (!reach.isWhole) {
    const firsts = indexes.map((index, cut) => `min(if(r.stands, ${index}, ${BUCKETS_MAX})) AS first${cut}`);
    return reach.perMember(reach.bought({ from: null, to: days.to }), [...masked, ...firsts, ...sums].join(', '));
  }
  const [from = null] = cuts.flatMap((buckets) => buckets.days.map((day) => day.from)).sort();
  const found = reach.perMember(reach.bought({ from, to: days.to }), [...masked, ...sums].join(', '));
  const firsts = cuts.map((buckets, cut) => `${buckets.indexOf(reach, 'b.first_day')} AS first${cut}`);
  return `SELECT a.*, ${firsts.join(', ')} FROM (${found}) AS a LEFT JOIN member_features AS b ON b.member_id = a.member_id`;
}

function rowOf(ask: ReportAsk, row: Flow, before: Days | undefined, now: Days | undefined) {
  if (!before || !now) throw new Error('A flow goes from one part to the next');
  const drills = {
    before: membersWho(ask, boughtIn(ask, before)),
    active: membersWho(ask, boughtIn(ask, now)),
    stable: membersWho(ask, boughtIn(ask, now), boughtIn(ask, before)),
    churned: membersWho(ask, boughtIn(ask, before), boughtNotIn(ask, now)),
    new: membersWho(ask, boughtIn(ask, now), boughtNotBefore(ask, now.from)),
    returned: membersWho(ask, boughtIn(ask, now), boughtNotIn(ask, before), boughtBefore(ask, before.from)),
  };
  return [
    textCell(now.from),
    ...FLOWS.map((name) => valueCell(row[name], null, drills[name])),
    valueCell(ratio(row.churned, row.new)),
    valueCell(ratio(row.churned, row.stable)),
  ];
}

function checkOf({ locale }: ReportAsk, row: Flow, days: Days): ReportCheck {
  const right = row.before - row.churned + row.new + row.returned;
  return {
    name: nameOfDays(locale, FLOW_NAMES.identity, days),
    left: inWords(locale, FLOW_NAMES.active),
    right: inWords(locale, FLOW_NAMES.composed),
    leftValue: row.active,
    rightValue: right,
    holds: row.active === right,
  };
}
