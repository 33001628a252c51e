import {
  DIMENSIONS,
  texts,
  type Dimension,
  type Grain,
  type Measure,
  type Metric,
  type SourceName,
  type Unit,
  type Words,
} from './metric';
import { sources } from './metric.sources';
import { joined, narrowedName, type Narrowing } from './words';

/** An aggregate over the facts for which a condition holds. */
type Aggregate = (condition: string) => string;

/** Something that is summed or counted, in whichever facts can tell it. */
export interface Amount {
  readonly key: string;
  /** The whole key of the metric over all facts, where it is of another group. */
  readonly as?: string;
  readonly unit: Unit;
  readonly names: Words;
  readonly descriptions: Words;
  readonly formula: string;
  readonly additive: boolean;
  readonly from: Readonly<Partial<Record<SourceName, Aggregate>>>;
  /** Of which dimension rows must be split for facts of a kind to add up. */
  readonly within?: Readonly<Partial<Record<SourceName, Dimension>>>;
  /** The facts that it is about, where others are many: a store without any has no row. */
  readonly about?: string;
  readonly accumulates?: boolean;
  /** It is about receipts themselves, not about what they add up to. */
  readonly isOfReceipts?: boolean;
  /** What its facts know, but it makes no sense to split by. */
  readonly hides?: readonly Dimension[];
  readonly grains?: readonly Grain[];
}

/** One amount divided by another. */
export interface Ratio {
  readonly key: string;
  readonly unit: Unit;
  readonly names: Words;
  readonly descriptions: Words;
  readonly above: Amount;
  readonly below: Amount;
  /** Where the keys of its parts say too little. */
  readonly formula?: string;
  readonly isOfReceipts?: boolean;
}

/** A ratio of two amounts. */
export const ratioOf = (
  key: string,
  unit: Ratio['unit'],
  names: Words,
  descriptions: Words,
  above: Amount,
  below: Amount,
): Ratio => ({ key, unit, names, descriptions, above, below });

/** Narrows a metric to some of its facts. */
export interface Qualifier extends Narrowing {
  readonly key: string;
  readonly only: Readonly<Partial<Record<SourceName, string>>>;
  readonly hides?: readonly Dimension[];
}

/** How a share says which part it is of what. */
export interface Share {
  readonly of: Amount;
  readonly names: Words;
  readonly describe: (which: Words) => Words;
}

const ALL = 'true';
/** The cheapest first. */
const names = Object.keys(sources) as SourceName[];
const isRatio = (one: Amount | Ratio): one is Ratio => 'above' in one;
const keyOf = (group: string, base: Amount | Ratio): string =>
  (isRatio(base) ? undefined : base.as) ?? `${group}.${base.key}`;

/** The metric of an amount or a ratio over all facts, or over those of a qualifier. */
export function metricOf(group: string, base: Amount | Ratio, qualifier?: Qualifier): Metric {
  const measures = measuresOf(base, qualifier);
  const plain = keyOf(group, base);
  const parts = isRatio(base) ? [keyOf(group, base.above), keyOf(group, base.below)] : [];
  const formula = base.formula ?? parts.join(' / ');
  const { accumulates, grains } = isRatio(base) ? base.above : base;
  return {
    key: qualifier ? `${group}.${base.key}.${qualifier.key}` : plain,
    names: texts(qualifier ? narrowedName(base.names, qualifier, base.isOfReceipts) : base.names),
    descriptions: texts(qualifier ? joined(base.descriptions, qualifier.sentence) : base.descriptions),
    unit: base.unit,
    formula: qualifier ? `${plain} of ${qualifier.key.replaceAll('_', ' ')}` : formula,
    additive: !isRatio(base) && base.additive,
    dimensions: dimensionsOf(measures, [...hidesOf(base), ...(qualifier?.hides ?? [])]),
    measures,
    madeOf: qualifier ? [plain] : parts,
    ...(accumulates ? { accumulates } : {}),
    ...(grains ? { grains } : {}),
    ...(isRatio(base) && base.below.unit === 'QUANTITY' ? { denominatorScale: 1_000 } : {}),
  };
}

/** Which part of an amount the qualified facts bring. */
export function shareOf(group: string, { of: base, names: words, describe }: Share, qualifier: Qualifier): Metric {
  const measures = names.flatMap((source): Measure[] => {
    const [aggregate, only] = [aggregateOf(base, source), qualifier.only[source]];
    return aggregate && only ? [{ source, numerator: aggregate(only), denominator: aggregate(ALL) }] : [];
  });
  const [plain, part] = [keyOf(group, base), `${group}.${base.key}.${qualifier.key}`];
  return {
    key: `${group}.${base.key}_share.${qualifier.key}`,
    names: texts(narrowedName(words, qualifier, base.isOfReceipts)),
    descriptions: texts(describe(qualifier.which)),
    unit: 'RATIO',
    formula: `${part} / ${plain}`,
    additive: false,
    dimensions: dimensionsOf(measures, [...hidesOf(base), ...(qualifier.hides ?? [])]),
    measures,
    madeOf: [part, plain],
  };
}

/** Purchases of members have the columns of receipts. */
const aggregateOf = ({ from }: Amount, source: SourceName): Aggregate | undefined =>
  from[source === 'purchases' ? 'receipts' : source];

function withinOf(base: Amount | Ratio, source: SourceName): Pick<Measure, 'within'> {
  const amounts = isRatio(base) ? [base.above, base.below] : [base];
  const within = amounts.flatMap((one) => one.within?.[source] ?? [])[0];
  return within ? { within } : {};
}

function measuresOf(base: Amount | Ratio, qualifier?: Qualifier): Measure[] {
  return names.flatMap((source): Measure[] => {
    const only = qualifier ? qualifier.only[source] : source === 'purchases' ? undefined : ALL;
    const above = aggregateOf(isRatio(base) ? base.above : base, source);
    const below = isRatio(base) ? aggregateOf(base.below, source) : undefined;
    if (only === undefined || !above || (isRatio(base) && !below)) return [];
    const narrowed = [only, aboutOf(base)].filter((condition) => condition !== ALL).join(' AND ');
    return [
      {
        source,
        ...(narrowed === '' ? {} : { only: narrowed }),
        ...withinOf(base, source),
        numerator: above(ALL),
        ...(below ? { denominator: below(ALL) } : {}),
      },
    ];
  });
}

function aboutOf(base: Amount | Ratio): string {
  if (!isRatio(base)) return base.about ?? ALL;
  const [above, below] = [base.above.about, base.below.about];
  return above && below ? `(${above} OR ${below})` : ALL;
}

const hidesOf = (base: Amount | Ratio): readonly Dimension[] =>
  isRatio(base) ? [...(base.above.hides ?? []), ...(base.below.hides ?? [])] : (base.hides ?? []);

/** What any of the facts knows, without what makes no sense. */
function dimensionsOf(measures: readonly Measure[], hidden: readonly Dimension[]): Dimension[] {
  return DIMENSIONS.filter(
    (dimension) => !hidden.includes(dimension) && measures.some(({ source }) => sources[source].dimensions[dimension]),
  );
}
