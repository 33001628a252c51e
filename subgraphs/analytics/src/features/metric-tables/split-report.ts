import { body, type ReportAsk, type ReportPreset } from '../reports';
import { withBuyers } from './buyers-drill';
import type { MetricColumn } from './metric-columns';
import { metricTable } from './metric-table';

/** A report that is one table: the whole period, a row for each value of a dimension. */
export interface SplitReport extends Pick<ReportPreset, 'key' | 'names' | 'descriptions' | 'group' | 'filters'> {
  /** Behind its share of members are those who bought. */
  readonly dimension: 'city' | 'brand' | 'category';
  /** The first is drawn, and says which row comes first. */
  readonly columns: readonly MetricColumn[] | ((ask: ReportAsk) => readonly MetricColumn[]);
  /** The report that looks into a row. */
  readonly inside: string;
  readonly notes?: ReportPreset['names'];
}

/** The preset of a split. */
export function splitReport({ dimension, columns: told, inside, notes, ...named }: SplitReport): ReportPreset {
  const compute = async (ask: ReportAsk): ReturnType<ReportPreset['compute']> => {
    const columns = typeof told === 'function' ? told(ask) : told;
    const { table, figures } = await metricTable(ask, {
      key: named.key,
      names: named.names,
      columns,
      grain: null,
      by: [dimension],
      drill: { key: inside, cuts: [], grains: [] },
    });
    const first = columns[0];
    const chart = {
      name: first?.names[ask.locale] ?? '',
      kind: 'BARS' as const,
      table: table.key,
      x: dimension,
      series: first ? [first.key] : [],
      references: [],
    };
    const whole = figures.filter(({ key }) => !key.endsWith('.share'));
    return body({
      figures: whole,
      tables: [withBuyers(table, dimension, 'penetration.revenue', ask)],
      charts: [chart],
      notes: notes ? [notes[ask.locale]] : [],
    });
  };
  return { ...named, grains: [], cuts: [], comparable: true, windowDays: [], compute };
}
