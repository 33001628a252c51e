import type { Row } from '../../store/analytics-store';
import { askStore } from '../metrics';
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
} from '../reports';
import type { SegmentNode } from '../segment-language';
import { boughtBefore, boughtIn, boughtNotIn, membersWho, registeredIn } from './members-who';
import { askReach, dayAfter, daysUpTo, type Reach } from './reach';
import { membersColumn, shareColumn, WHO_BOUGHT } from './words';

const WINDOWS = [30, 90, 365];

const STATES = {
  ACTIVE: texts('Активные', 'Белсенділер', 'Active'),
  SLEEPING: texts('Спящие', 'Ұйықтап жатқандар', 'Sleeping'),
  CHURNED: texts('Ушедшие', 'Кеткендер', 'Churned'),
  NEVER: texts('Ещё не покупали', 'Әлі сатып алмағандар', 'Have not bought yet'),
};
type State = keyof typeof STATES;

const FIGURES = {
  registered: {
    names: texts('Зарегистрировано', 'Тіркелгендер', 'Registered'),
    descriptions: texts(
      'Участники на конец периода, кроме закрытых.',
      'Кезең соңындағы мүшелер, жабылғандарынсыз.',
      'Members at the end of the period, without closed ones.',
    ),
  },
  active: {
    names: STATES.ACTIVE,
    descriptions: texts(
      'Купили хотя бы раз за окно активности, которое кончается последним днём периода.',
      'Кезеңнің соңғы күнімен аяқталатын белсенділік терезесінде кемінде бір рет сатып алғандар.',
      'Bought at least once in the window of activity that ends with the last day of the period.',
    ),
  },
  new: {
    names: texts('Новые', 'Жаңалар', 'New'),
    descriptions: texts('Зарегистрированы в периоде.', 'Осы кезеңде тіркелгендер.', 'Registered in the period.'),
  },
};

/** How many take part, and how many of them buy (LI-28). */
export const participants: ReportPreset = {
  key: 'participants',
  names: texts('Участники и активность', 'Мүшелер және белсенділік', 'Members and activity'),
  descriptions: texts(
    'Сколько участников покупает, сколько засыпает и сколько ушло.',
    'Қанша мүше сатып алады, қаншасы ұйықтап, қаншасы кетіп қалды.',
    'How many members buy, how many fall asleep and how many have gone.',
  ),
  group: 'MEMBERS',
  grains: [],
  cuts: [],
  filters: ['store', 'city', 'brand', 'category'],
  comparable: true,
  windowDays: WINDOWS,
  async compute(ask) {
    const [now, compared] = await Promise.all([countIn(ask, ask.days), ask.compared && countIn(ask, ask.compared)]);
    const { locale } = ask;
    const cards = (['registered', 'active', 'new'] as const).map((key) =>
      figure(locale, { key, ...FIGURES[key], unit: 'COUNT' }, { value: now[key], compared: compared?.[key] ?? null }),
    );
    const share = { key: 'activeShare', names: ACTIVE_SHARE, descriptions: ACTIVE_SHARE, unit: 'RATIO' as const };
    return body({
      figures: [
        ...cards,
        figure(locale, share, {
          value: ratio(now.active, now.registered),
          compared: compared && ratio(compared.active, compared.registered),
        }),
      ],
      tables: [tableOf(locale, STATES_TABLE, rowsOf(ask, now, compared), totalOf(now, compared))],
      charts: [chartOf(locale, participants.names, 'BARS', { table: 'states', x: 'state', series: ['members'] })],
      notes: [...notesOf(ask), inWords(locale, WHO_BOUGHT)],
    });
  },
};

const STATE_KEYS = Object.keys(STATES) as State[];
const STATE_NAMES = texts('Состояние', 'Күйі', 'State');
const STATES_TABLE = {
  key: 'states',
  names: texts('Участники по состоянию', 'Мүшелер күйі бойынша', 'Members by state'),
  by: [{ key: 'state', names: STATE_NAMES, descriptions: STATE_NAMES, unit: 'TEXT' as const }],
  values: [membersColumn, shareColumn],
};
const ACTIVE_SHARE = texts('Доля активных', 'Белсенділер үлесі', 'Active share');

interface Counted {
  readonly registered: number;
  readonly active: number;
  readonly new: number;
  readonly states: Readonly<Record<State, number>>;
}

const rowsOf = (ask: ReportAsk, now: Counted, compared: Counted | null): ReportCell[][] =>
  STATE_KEYS.map((state) => [
    textCell(inWords(ask.locale, STATES[state])),
    valueCell(now.states[state], compared?.states[state] ?? null, drillTo(ask, state)),
    valueCell(ratio(now.states[state], now.registered), compared && ratio(compared.states[state], compared.registered)),
  ]);

const totalOf = (now: Counted, compared: Counted | null): ReportCell[] => [
  NO_TEXT,
  valueCell(now.registered, compared?.registered ?? null),
  valueCell(ratio(now.registered, now.registered)),
];

async function countIn(ask: ReportAsk, days: Days): Promise<Counted> {
  const { window, before } = windowsOf(ask, days);
  const [latest] = await askStore(ask.ctx, {
    sql: 'SELECT toString(max(b.last_day)) AS day FROM member_features AS b',
    parameters: {},
  });
  const isLatest = String(latest?.['day'] ?? '') <= days.to;
  const rows = await askReach(ask, (reach) => {
    const last = "ifNull(l.last_day, toDate('1970-01-01'))";
    const isSince = (day: string): string => `${last} >= ${reach.day(day)}`;
    const state = `if(${isSince(window.from)}, 'ACTIVE', if(${isSince(before.from)}, 'SLEEPING', if(${last} > toDate('1970-01-01'), 'CHURNED', 'NEVER')))`;
    return `SELECT ${state} AS state, toInt64(count()) AS members, toInt64(countIf(f.business_day >= ${reach.day(days.from)})) AS joined
      FROM members AS f LEFT JOIN (${lastDays(reach, days.to, isLatest)}) AS l ON l.member_id = f.member_id
      WHERE f.status <> 'CLOSED' AND f.business_day <= ${reach.day(days.to)} AND ${reach.counts} GROUP BY state`;
  });
  const sum = (column: string): number => rows.reduce((total, row) => total + Number(row[column]), 0);
  const membersIn = (state: State): number => Number(rows.find((row: Row) => row['state'] === state)?.['members'] ?? 0);
  const states = Object.fromEntries(STATE_KEYS.map((state) => [state, membersIn(state)])) as Record<State, number>;
  return { registered: sum('members'), active: states.ACTIVE, new: sum('joined'), states };
}

/** When each member bought last, as known on a day: features tell, of all members when nobody bought later. */
function lastDays(reach: Reach, to: string, isLatest: boolean): string {
  const day = reach.day(to);
  const among = (from: string): string =>
    `SELECT r.member_id AS member_id, max(r.sale_day) AS last_day FROM ${from} AS r WHERE r.stands GROUP BY r.member_id`;
  if (!reach.isWhole) return among(reach.bought({ from: null, to }));
  const later = `f.member_id IN (SELECT b.member_id FROM member_features AS b WHERE b.first_day <= ${day} AND b.last_day > ${day})`;
  const known = `SELECT b.member_id AS member_id, b.last_day AS last_day FROM member_features AS b WHERE b.last_day <= ${day}`;
  return isLatest ? known : `${known} UNION ALL ${among(reach.bought({ from: null, to }, later))}`;
}

/** The window of activity, and the one before it. */
function windowsOf({ windowDays }: ReportAsk, { to }: Days): { window: Days; before: Days } {
  const count = windowDays ?? WINDOWS[0] ?? 1;
  return { window: daysUpTo(to, count), before: daysUpTo(dayAfter(to, -count), count) };
}

function drillTo(ask: ReportAsk, state: State): ReturnType<typeof membersWho> {
  const { window, before } = windowsOf(ask, ask.days);
  const to = ask.days.to;
  const tests: Record<State, readonly SegmentNode[]> = {
    ACTIVE: [boughtIn(ask, window)],
    SLEEPING: [boughtIn(ask, before), boughtNotIn(ask, window)],
    CHURNED: [boughtBefore(ask, before.from), boughtNotIn(ask, { from: before.from, to })],
    NEVER: [boughtNotIn(ask, { from: null, to })],
  };
  return membersWho(ask, registeredIn({ from: null, to }), ...tests[state]);
}

function notesOf({ windowDays, locale }: ReportAsk): string[] {
  const days = windowDays ?? 0;
  const notes = {
    ru: `Активные купили за последние ${days} дн. периода, спящие — за ${days} дн. до того, ушедшие — ещё раньше.`,
    kk: `Белсенділер кезеңнің соңғы ${days} күнінде, ұйықтап жатқандар одан бұрынғы ${days} күнде, кеткендер одан да ертерек сатып алған.`,
    en: `Active members bought in the last ${days} days of the period, sleeping ones in the ${days} days before, churned ones earlier still.`,
  };
  return [notes[locale]];
}
