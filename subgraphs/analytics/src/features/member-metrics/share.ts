import {
  metricOf,
  type Amount,
  type Metric,
  type Ratio,
  type SourceName,
  type Unit,
  type Words,
} from '../metric-language';

/** How many of the rows of a source a condition holds for, and which share of them that is. */
export interface Counted {
  readonly key: string;
  readonly names: Words;
  readonly descriptions: Words;
  readonly formula: string;
  readonly sql: string;
}

/** What a family of counts has in common. */
export interface Family {
  readonly group: string;
  readonly source: SourceName;
  /** A level, not a flow. */
  readonly accumulates?: boolean;
  readonly grains?: Amount['grains'];
  readonly hides?: Amount['hides'];
  readonly additive?: boolean;
}

/** A count or a sum of a family. */
export function amountOf(family: Family, { sql, ...words }: Counted, unit: Unit = 'COUNT'): Amount {
  const { source, accumulates, grains, hides, additive = false } = family;
  return {
    ...words,
    unit,
    additive,
    from: { [source]: () => sql },
    ...(accumulates ? { accumulates } : {}),
    ...(grains ? { grains } : {}),
    ...(hides ? { hides } : {}),
  };
}

/** The metric of one amount of a family divided by another. */
export function ratioOf(
  family: Family,
  key: string,
  unit: Unit,
  words: Pick<Ratio, 'names' | 'descriptions' | 'formula'>,
  [above, below]: readonly [Amount, Amount],
): Metric {
  return metricOf(family.group, { key, unit, ...words, above, below });
}
