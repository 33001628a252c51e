import { columnOf, metricOf, shownValue } from '../metric-tables';
import type { Texts } from '../metrics';
import {
  body,
  dimensionColumn,
  NO_TEXT,
  textCell,
  valueCell,
  valueColumn,
  type Language,
  type ReportAsk,
  type ReportPreset,
  type ReportTable,
} from '../reports';
import { computeRevenueTree, type RevenueTree } from './compute-revenue-tree';
import { NODE_NAMES } from './revenue-tree.names';
import { addUp, NODE_KEYS, revenueOf, valuesOf, type NodeKey, type Sums } from './revenue-tree.rules';

const CHANGE: Texts = {
  ru: 'Вклад в изменение выручки',
  kk: 'Түсім өзгерісіне үлес',
  en: 'Contribution to the change',
};
const EXPLAINED: Texts = {
  ru: 'Насколько изменилась бы выручка только от этого. Части складываются в целое точно, без остатка.',
  kk: 'Тек осыдан түсім қаншаға өзгерер еді. Бөліктер бүтінге дәл, қалдықсыз қосылады.',
  en: 'By how much revenue moved because of this alone. Parts add up to the whole exactly, with no rest.',
};
const OVERLAP: Texts = {
  ru: 'Участник, купивший в двух магазинах, — покупатель каждого: по частям изменение выручки то же, но вклад факторов может отличаться.',
  kk: 'Екі дүкеннен сатып алған қатысушы әрқайсысының сатып алушысы: бөліктер бойынша түсім өзгерісі бірдей, бірақ факторлардың үлесі өзгеше болуы мүмкін.',
  en: 'A member who bought at two stores is a buyer of both: parts come to the same change of revenue, but factors may share it otherwise.',
};
/** What parts are told by; finer places would be too many columns. */
const PLACES = [
  ...['BUYERS', 'RECEIPTS_PER_BUYER', 'AVERAGE_RECEIPT'],
  ...['ANONYMOUS_RECEIPTS', 'ANONYMOUS_AVERAGE_RECEIPT', 'RETURNS'],
] as NodeKey[];

/** The tree as a report: where it can be asked, filtered and taken along as a file. */
export const revenueTreeReport: ReportPreset = {
  key: 'revenue-tree',
  names: { ru: 'Дерево выручки', kk: 'Түсім ағашы', en: 'Revenue tree' },
  descriptions: {
    ru: 'Почему изменилась выручка: покупатели, частота, средний чек, анонимные продажи и возвраты — и какие магазины, города или бренды её сдвинули.',
    kk: 'Түсім неге өзгерді: сатып алушылар, жиілік, орташа чек, атаусыз сату мен қайтарымдар — және оны қай дүкен, қала не бренд жылжытты.',
    en: 'Why revenue changed: buyers, frequency, average receipt, anonymous sales and returns, and which stores, cities or brands moved it.',
  },
  group: 'SALES',
  grains: [],
  cuts: ['store', 'city', 'brand', 'category'],
  filters: ['store', 'city', 'brand', 'category'],
  comparable: true,
  windowDays: [],
  compute: async (ask) => {
    const tree = await computeRevenueTree(ask);
    return body({
      tables: [treeTable(tree, ask.locale), ...(ask.by === null ? [] : [partsTable(tree, ask)])],
      notes: ask.by === null ? [] : [OVERLAP[ask.locale]],
    });
  },
};

const contribution = (locale: Language, key: string, names: Texts): ReturnType<typeof valueColumn> =>
  valueColumn(locale, { key, names, descriptions: EXPLAINED, unit: 'MONEY' });

function treeTable({ before, after, moved }: RevenueTree, locale: Language): ReportTable {
  const [was, is] = [valuesOf(before), valuesOf(after)];
  const factor: Texts = { ru: 'Фактор', kk: 'Фактор', en: 'Factor' };
  const value: Texts = { ru: 'Значение', kk: 'Мәні', en: 'Value' };
  return {
    key: 'tree',
    name: revenueTreeReport.names[locale],
    columns: [
      dimensionColumn(locale, { key: 'factor', names: factor, descriptions: factor, unit: 'TEXT' }),
      valueColumn(locale, { key: 'value', names: value, descriptions: value, unit: 'NUMBER' }),
      contribution(locale, 'contribution', CHANGE),
    ],
    rows: NODE_KEYS.map((key) => ({
      cells: [textCell(NODE_NAMES[key][locale]), valueCell(is[key], was[key]), valueCell(money(moved[key]))],
      drill: null,
    })),
    total: null,
  };
}

function partsTable({ parts, before, after }: RevenueTree, { by, locale }: ReportAsk): ReportTable {
  if (by === null) throw new Error('There are no parts');
  const cells = (was: Sums, is: Sums, moved: RevenueTree['moved']): ReturnType<typeof valueCell>[] => [
    valueCell(money(revenueOf(is)), money(revenueOf(was))),
    ...(['REVENUE', ...PLACES] as const).map((key) => valueCell(money(moved[key]))),
  ];
  const revenue = metricOf('sales.revenue');
  return {
    key: 'parts',
    name: CHANGE[locale],
    columns: [
      columnOf(by, locale),
      valueColumn(locale, { ...revenue, unit: 'MONEY' }),
      contribution(locale, 'REVENUE', CHANGE),
      ...PLACES.map((key) => contribution(locale, key, NODE_NAMES[key])),
    ],
    rows: parts.map((part) => ({
      cells: [textCell(shownValue(by, part.value, locale)), ...cells(part.before, part.after, part.moved)],
      drill: null,
    })),
    total: [NO_TEXT, ...cells(before, after, addUp(parts.map(({ moved }) => moved)))],
  };
}

const money = (minor: bigint): number => Number(minor) / 100;
