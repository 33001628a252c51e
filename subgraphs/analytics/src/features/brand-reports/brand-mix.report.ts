import {
  body,
  chartOf,
  type Days,
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
import { plus, countOf } from '../reports';
import { askMix, CLASSES, readFormats, type Class, type Formats, type Mix } from './brand-mix.question';
import { CLASS_NAMES, CLASS_TABLE, BRAND_TABLE, MIGRATION_TABLE, PAIR_TABLE, NOTE, OTHERS } from './brand-mix.words';
import { boughtIn, membersWho } from '../member-reports';
import { WHO_BOUGHT } from '../member-reports';
import type { SegmentNode } from '../segment-language';

/** Whether members buy in multibrand stores, in those of one brand, or in both (IK-02). */
export const brandMix: ReportPreset = {
  key: 'brand-mix',
  names: texts('Мультибренд и монобренд', 'Мультибренд және монобренд', 'Multibrand and monobrand'),
  descriptions: texts(
    'Кто покупает в мультибрендовых магазинах, кто в монобрендовых и кто в обоих; пересечения брендов и переходы.',
    'Кім мультибренд дүкендерден, кім монобренд дүкендерден, кім екеуінен де алады; брендтердің қиылысуы мен ауысулар.',
    'Who buys in multibrand stores, who in stores of one brand and who in both; overlaps of brands, and who moved.',
  ),
  group: 'MEMBERS',
  grains: [],
  cuts: [],
  filters: ['store', 'city', 'brand', 'category'],
  comparable: true,
  windowDays: [],
  async compute(ask) {
    const before = ask.compared ?? previous(ask.days);
    const formats = await readFormats(ask);
    const mix = await askMix(ask, formats, before);
    const { locale } = ask;
    return body({
      tables: [
        tableOf(
          locale,
          CLASS_TABLE,
          CLASSES.map((one) => classRow(ask, formats, mix, one)),
          classTotal(mix),
        ),
        tableOf(
          locale,
          BRAND_TABLE,
          formats.brands.map((brand, place) => brandRow(ask, formats, mix, brand, place)),
        ),
        tableOf(locale, PAIR_TABLE, pairRows(ask, formats, mix)),
        tableOf(locale, MIGRATION_TABLE, migrationRows(ask, formats, mix, before)),
      ],
      charts: [
        chartOf(locale, CLASS_TABLE.names, 'BARS', { table: 'classes', x: 'class', series: ['members'] }),
        chartOf(locale, PAIR_TABLE.names, 'MATRIX', { table: 'pairs', x: 'other', series: ['brand', 'members'] }),
        chartOf(locale, MIGRATION_TABLE.names, 'SANKEY', { table: 'migration', x: 'from', series: ['to', 'members'] }),
      ],
      notes: [inWords(locale, NOTE), inWords(locale, WHO_BOUGHT)],
    });
  },
};

const previous = (days: Days): Days => ({
  from: plus(days.from, { days: -countOf(days) }),
  to: plus(days.from, { days: -1 }),
});

function classRow(ask: ReportAsk, formats: Formats, { classes }: Mix, one: Class): ReportCell[] {
  const { members, purchases, revenue, before } = classes[one];
  const [all, allRevenue] = totalsOf(classes);
  return [
    textCell(inWords(ask.locale, CLASS_NAMES[one])),
    valueCell(members, ask.compared ? before : null, membersWho(ask, ...testsOf(ask, formats, one, ask.days))),
    valueCell(ratio(members, all)),
    valueCell(purchases),
    valueCell(revenue),
    valueCell(ratio(revenue, allRevenue)),
    valueCell(ratio(revenue, purchases)),
  ];
}

function totalsOf(classes: Mix['classes']): [number, number] {
  const sum = (pick: 'members' | 'revenue'): number => CLASSES.reduce((total, one) => total + classes[one][pick], 0);
  return [sum('members'), sum('revenue')];
}

function classTotal({ classes }: Mix): ReportCell[] {
  const [members, revenue] = totalsOf(classes);
  const purchases = CLASSES.reduce((total, one) => total + classes[one].purchases, 0);
  return [
    NO_TEXT,
    valueCell(members),
    valueCell(ratio(members, members)),
    valueCell(purchases),
    valueCell(revenue),
    valueCell(ratio(revenue, revenue)),
    valueCell(ratio(revenue, purchases)),
  ];
}

function brandRow(ask: ReportAsk, formats: Formats, mix: Mix, brand: string, place: number): ReportCell[] {
  const { members, revenue } = mix.brands[place] ?? { members: 0, revenue: 0 };
  const [all, allRevenue] = totalsOf(mix.classes);
  return [
    textCell(nameOf(ask, brand)),
    valueCell(members, null, membersWho(ask, boughtAt(ask, formats.storesOf(place), ask.days))),
    valueCell(ratio(members, all)),
    valueCell(revenue),
    valueCell(ratio(revenue, allRevenue)),
  ];
}

function pairRows(ask: ReportAsk, formats: Formats, mix: Mix): ReportCell[][] {
  const { brands } = formats;
  return brands.flatMap((brand, place) =>
    brands.map((other, otherPlace) => {
      const members = mix.pairs[Math.min(place, otherPlace)]?.[Math.max(place, otherPlace)] ?? 0;
      const who = [place, otherPlace].map((one) => boughtAt(ask, formats.storesOf(one), ask.days));
      return [
        textCell(nameOf(ask, brand)),
        textCell(nameOf(ask, other)),
        valueCell(members, null, membersWho(ask, ...who)),
        valueCell(ratio(members, mix.brands[place]?.members ?? 0)),
      ];
    }),
  );
}

function migrationRows(ask: ReportAsk, formats: Formats, { migration }: Mix, before: Days): ReportCell[][] {
  const states = [...CLASSES, null];
  return states.flatMap((from) => {
    const leaving = states.reduce((sum, to) => sum + (migration.get(`${from} ${to}`) ?? 0), 0);
    return states
      .filter((to) => from !== null || to !== null)
      .map((to) => {
        const members = migration.get(`${from} ${to}`) ?? 0;
        const who = [...testsOf(ask, formats, from, before), ...testsOf(ask, formats, to, ask.days)];
        return [
          textCell(inWords(ask.locale, CLASS_NAMES[from ?? 'NONE'])),
          textCell(inWords(ask.locale, CLASS_NAMES[to ?? 'NONE'])),
          valueCell(members, null, membersWho(ask, ...who)),
          valueCell(ratio(members, leaving)),
        ];
      });
  });
}

/** What members of a class did in these days; null did not buy. */
function testsOf(ask: ReportAsk, formats: Formats, one: Class | null, days: Days): SegmentNode[] {
  const [multi, mono] = [formats.multi, formats.mono];
  const did = (stores: readonly string[], is: boolean): SegmentNode =>
    is ? boughtAt(ask, stores, days) : { kind: 'NOT', of: boughtAt(ask, stores, days) };
  return [did(multi, one === 'MULTI' || one === 'BOTH'), did(mono, one === 'MONO' || one === 'BOTH')];
}

/** Bought in one of these stores, and of those that the report is narrowed to. */
function boughtAt(ask: ReportAsk, stores: readonly string[], days: Days): SegmentNode {
  return stores.length === 0 ? { kind: 'ANY', of: [] } : boughtIn(ask, days, { stores: [...stores] });
}

const nameOf = ({ locale }: ReportAsk, brand: string): string =>
  brand === OTHERS.key ? inWords(locale, OTHERS.names) : brand;
