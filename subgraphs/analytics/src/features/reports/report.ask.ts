import { badInput } from '@adal/service';
import { GraphQLError } from 'graphql';
import type { AnalyticsContext } from '../../context';
import { readLanguage, type Dimension, type DimensionFilter, type Grain } from '../metrics';
import type { SegmentNode } from '../segment-language';
import { definitionOf, ofDefinition, readPopulation, type AskedPopulation, type Population } from '../segment-members';
import { choosesMembers, membersWithin } from './member-filters';
import type { Days, ReportAsk, ReportPreset } from './report';
import { comparedDays, countOf, plus, type Comparison } from './report.rules';

/** A question as it was asked. */
export interface AskedReport extends AskedPopulation {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly compare?: Comparison | null | undefined;
  readonly grain?: string | null | undefined;
  readonly by?: string | null | undefined;
  readonly filters?: readonly { readonly dimension: string; readonly values: readonly string[] }[] | null | undefined;
  readonly windowDays?: number | null | undefined;
  readonly locale?: string | null | undefined;
}

const YEARS_MAX = 5;
/** Outside of these years the engines' day types end; the year before must be inside, too. */
const DAYS_KNOWN: Days = { from: '1976-01-01', to: '2148-12-31' };
const FILTER_VALUES_MAX = 1_000;
/** Buckets and rows of a table. */
export const ROWS_MAX = 2_000;
const HOURS_OF_DAY = 24;

/** Checks a question against the preset. Throws BAD_USER_INPUT, which lists what exists. */
export async function readAsk(ctx: AnalyticsContext, preset: ReportPreset, asked: AskedReport): Promise<ReportAsk> {
  const days = readDays(asked);
  if (asked.compare && !preset.comparable) throw badInput(`${preset.key} is not compared with another period.`);
  const by = asked.by == null ? null : oneOf(preset, 'cut', preset.cuts, asked.by);
  const grain = readGrain(preset, asked.grain, by, days);
  const askedFilters = (asked.filters ?? []).map(({ dimension, values }) => ({
    dimension: oneOf(preset, 'filter', preset.filters, dimension),
    values: readValues(values),
  }));
  const filters = [...askedFilters, ...scopeOf(ctx, preset)];
  const whose = await readWhose(ctx, asked, membersWithin(preset, filters, days));
  return {
    ...{ ctx, days, by, grain, askedFilters, filters: filters.filter((filter) => !choosesMembers(preset, filter)) },
    comparison: asked.compare ?? null,
    compared: asked.compare ? comparedDays(days, asked.compare) : null,
    windowDays: readWindow(preset, asked.windowDays),
    locale: readLanguage(asked.locale),
    ...whose,
  };
}

/** Whose facts count: of the segment asked for, and of whom all tests hold. */
async function readWhose(
  ctx: AnalyticsContext,
  asked: AskedPopulation,
  tests: readonly SegmentNode[],
): Promise<{ population: Population; definition: SegmentNode | null }> {
  const population = await readPopulation(ctx, asked);
  const definition = await definitionOf(ctx, asked);
  if (tests.length === 0) return { population, definition };
  const narrowed: SegmentNode = { kind: 'ALL', of: [...(definition ? [definition] : []), ...tests] };
  return { population: await ofDefinition(ctx, narrowed), definition: narrowed };
}

function readDays({ from, to }: Days): Days {
  if (from > to) throw badInput('from must not be after to.');
  if (from < DAYS_KNOWN.from || to > DAYS_KNOWN.to)
    throw badInput(`from and to must be within ${DAYS_KNOWN.from} and ${DAYS_KNOWN.to}.`);
  if (to >= plus(from, { years: YEARS_MAX })) throw badInput(`A report covers at most ${YEARS_MAX} years.`);
  return { from, to };
}

function readGrain(
  preset: ReportPreset,
  asked: string | null | undefined,
  by: Dimension | null,
  days: Days,
): Grain | null {
  const grain =
    asked == null ? (by === null ? (preset.grains[0] ?? null) : null) : oneOf(preset, 'grain', preset.grains, asked);
  const buckets = grain === 'HOUR' ? countOf(days) * HOURS_OF_DAY : grain === 'DAY' ? countOf(days) : 0;
  if (buckets > ROWS_MAX) throw tooManyRows();
  return grain;
}

/** More rows than a person reads, or a screen shows. */
export const tooManyRows = (): GraphQLError =>
  badInput(`The answer has more than ${ROWS_MAX} rows: ask for a shorter period, a coarser grain or fewer values.`);

function oneOf<T extends string>(preset: ReportPreset, what: string, known: readonly T[], name: string): T {
  const found = known.find((candidate) => candidate === name);
  if (found) return found;
  const exist = known.length > 0 ? `There are: ${known.join(', ')}.` : 'It has none.';
  throw badInput(`${preset.key} has no ${what} ${name}. ${exist}`);
}

function readValues(values: readonly string[]): readonly string[] {
  if (values.length === 0) throw badInput('A filter needs at least one value.');
  if (values.length > FILTER_VALUES_MAX) throw badInput(`A filter takes at most ${FILTER_VALUES_MAX} values.`);
  return values;
}

function readWindow({ key, windowDays }: ReportPreset, asked: number | null | undefined): number | null {
  if (asked == null) return windowDays[0] ?? null;
  if (windowDays.includes(asked)) return asked;
  const exist = windowDays.length > 0 ? `There are: ${windowDays.join(', ')}.` : 'It has none.';
  throw badInput(`${key} has no window of ${asked} days. ${exist}`);
}

/** Staff of single stores see facts of these alone. */
function scopeOf({ actor }: AnalyticsContext, { key, filters }: ReportPreset): DimensionFilter[] {
  const { storeIds } = actor;
  if (!storeIds) return [];
  if (filters.includes('store')) return [{ dimension: 'store', values: storeIds }];
  throw new GraphQLError(`${key} cannot be limited to your stores.`, { extensions: { code: 'FORBIDDEN' } });
}
