import type { Dimension, DimensionFilter } from '../metrics';
import type { SegmentNode } from '../segment-language';
import type { Days, ReportAsk, ReportPreset } from './report';
import { inWords, texts } from './report.tables';

type Told = Pick<ReportPreset, 'memberFilters'>;

/** True of a filter that tells which members count, not which facts. */
export const choosesMembers = ({ memberFilters }: Told, { dimension }: Pick<DimensionFilter, 'dimension'>): boolean =>
  memberFilters?.includes(dimension) ?? false;

/** What the filters ask of a member: to live in a city, to have a home store, to have bought such goods in the period. */
export function membersWithin(preset: Told, filters: readonly DimensionFilter[], { from, to }: Days): SegmentNode[] {
  const valuesOf = (name: Dimension): string[][] =>
    filters.flatMap((filter) =>
      filter.dimension === name && choosesMembers(preset, filter) ? [[...filter.values]] : [],
    );
  const goods = [
    ...valuesOf('brand').map((brands) => ({ brands })),
    ...valuesOf('category').map((categories) => ({ categories })),
  ];
  const bought = { kind: 'PURCHASES', when: { kind: 'BETWEEN', from, to }, measure: 'RECEIPTS', from: 1 } as const;
  return [
    ...valuesOf('city').map((cities): SegmentNode => ({ kind: 'CITY', in: cities })),
    ...valuesOf('store').map((stores): SegmentNode => ({ kind: 'HOME_STORE', in: stores })),
    ...(goods.length > 0 ? [{ ...bought, of: Object.assign({}, ...goods) as object }] : []),
  ];
}

/** Says so to who asked with such filters. */
export const memberFilterNotes = (preset: Told, { askedFilters, locale }: ReportAsk): string[] => {
  const isAsked = (...names: Dimension[]): boolean =>
    askedFilters.some((filter) => names.includes(filter.dimension) && choosesMembers(preset, filter));
  return [
    ...(isAsked('city', 'store') ? [inWords(locale, BY_PLACE)] : []),
    ...(isAsked('brand', 'category') ? [inWords(locale, BY_GOODS)] : []),
  ];
};

const BY_PLACE = texts(
  'Фильтры по городу и магазину — по городу и домашнему магазину участника.',
  'Қала мен дүкен сүзгілері — мүшенің қаласы мен үй дүкені бойынша.',
  'Filters by city and store are of the member’s city and home store.',
);
const BY_GOODS = texts(
  'Фильтры по бренду и категории оставляют участников, которые купили это за период, и всё, что им принадлежит.',
  'Бренд пен санат сүзгілері осыны кезеңде сатып алған мүшелерді және оларға тиесілінің бәрін қалдырады.',
  'Filters by brand and category leave the members who bought it in the period, with all that is theirs.',
);
