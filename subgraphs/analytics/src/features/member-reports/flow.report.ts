import { badInput } from '@adal/service';
import {
  body,
  chartOf,
  type Days,
  figure,
  inWords,
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
import { askFlowSales, type FlowSales } from './flow-sales';
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
    const [rows, period, before] = await Promise.all([
      askFlow(ask, parts),
      askPeriod(ask, whole),
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
      checks: [...rows.map((row, index) => checkOf(ask, row, parts.days[index + 1])), checkOf(ask, period, ask.days)],
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

export type Period = Flow & FlowSales;

async function askPeriod(ask: ReportAsk, buckets: Buckets): Promise<Period> {
  const days = buckets.days.at(-1) ?? ask.days;
  const [[counted], sales] = await Promise.all([askFlow(ask, buckets), askFlowSales(ask, days)]);
  if (!counted) throw new Error('A period has one flow');
  return { ...counted, ...sales };
}

/** The flow into each bucket but the first, by one look at every member. */
async function askFlow(ask: ReportAsk, buckets: Buckets): Promise<Flow[]> {
  const places = buckets.days.slice(1).map((_, index) => index + 1);
  const [row] = await askReach(ask, (reach) => {
    const counted = places.flatMap((place) => {
      const [now, before] = [isIn('p.mask', place), isIn('p.mask', place - 1)];
      const tests = {
        before,
        active: now,
        stable: `${now} AND ${before}`,
        churned: `${before} AND NOT ${now}`,
        new: `${now} AND p.first = ${place}`,
        returned: `${now} AND NOT ${before} AND p.first < ${place}`,
      };
      return FLOWS.map((name) => `toInt64(countIf(${tests[name]})) AS ${name}_${place}`);
    });
    return `SELECT ${counted.join(', ')} FROM (${masks(reach, buckets, ask.days.to)}) AS p`;
  });
  return places.map(
    (place) =>
      Object.fromEntries(FLOWS.map((name) => [name, Number(row?.[`${name}_${place}`] ?? 0)])) as unknown as Flow,
  );
}

/** Rows of member_id, mask and first: the bucket of the first purchase of all. */
function masks(reach: Reach, buckets: Buckets, lastDay: string): string {
  const to = buckets.days.at(-1)?.to ?? lastDay;
  const index = buckets.indexOf(reach, 'r.sale_day');
  if (!reach.isWhole)
    return reach.perMember(
      reach.bought({ from: null, to }),
      `${maskOf(index)} AS mask, min(if(r.stands, ${index}, ${BUCKETS_MAX})) AS first`,
    );
  const found = reach.perMember(reach.bought({ from: buckets.days[0]?.from ?? null, to }), `${maskOf(index)} AS mask`);
  return `SELECT a.member_id AS member_id, a.mask AS mask, ${buckets.indexOf(reach, 'b.first_day')} AS first
    FROM (${found}) AS a JOIN member_features AS b ON b.member_id = a.member_id`;
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

function checkOf({ locale }: ReportAsk, row: Flow, days: Days | undefined): ReportCheck {
  const right = row.before - row.churned + row.new + row.returned;
  return {
    name: `${inWords(locale, FLOW_NAMES.identity)}, ${days?.from ?? ''} – ${days?.to ?? ''}`,
    left: inWords(locale, FLOW_NAMES.active),
    right: inWords(locale, FLOW_NAMES.composed),
    leftValue: row.active,
    rightValue: right,
    holds: row.active === right,
  };
}
