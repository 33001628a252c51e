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
  const [brands, categories] = [valuesOf('brand'), valuesOf('category')];
  const bought = { kind: 'PURCHASES', when: { kind: 'BETWEEN', from, to }, measure: 'RECEIPTS', from: 1 } as const;
  return [
    ...valuesOf('city').map((cities): SegmentNode => ({ kind: 'CITY', in: cities })),
    ...valuesOf('store').map((stores): SegmentNode => ({ kind: 'HOME_STORE', in: stores })),
    // A brand of a category is asked of the same goods; a second brand of others.
    ...Array.from({ length: Math.max(brands.length, categories.length) }, (_, index): SegmentNode => {
      const [brand, category] = [brands[index], categories[index]];
      return { ...bought, of: { ...(brand && { brands: brand }), ...(category && { categories: category }) } };
    }),
  ];
}

/** Says so to who asked with such filters, and to staff of single stores, who see no other members. */
export const memberFilterNotes = (preset: Told, { askedFilters, locale, ctx: { actor } }: ReportAsk): string[] => {
  const asked = askedFilters.map(({ dimension }) => dimension);
  const told = actor.storeIds ? [...asked, 'store' as const] : asked;
  const isTold = (...names: Dimension[]): boolean =>
    told.some((dimension) => names.includes(dimension) && choosesMembers(preset, { dimension }));
  return [
    ...(isTold('city', 'store') ? [inWords(locale, BY_PLACE)] : []),
    ...(isTold('brand', 'category') ? [inWords(locale, BY_GOODS)] : []),
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
