import type { ReportAsk, ReportDrill } from '../reports';
import type { Goods, SegmentNode } from '../segment-language';
import { dayAfter, goodsOf, type SaleDays } from './reach';

/** Before anything was sold. */
const BEGINNING = '1970-01-01';
type Bounds = { readonly from?: number; readonly to?: number };
type Measure = Extract<SegmentNode, { kind: 'PURCHASES' }>['measure'];

/** The members of a cell, as the definition of a segment. */
export function membersWho(ask: ReportAsk, ...tests: readonly SegmentNode[]): ReportDrill {
  const of = [...(ask.definition ? [ask.definition] : []), ...tests];
  return { __typename: 'ReportDrillMembers', definition: of.length === 1 ? of[0] : { kind: 'ALL', of } };
}

/** They bought in these days, something that stands, of what the report is narrowed to. */
export const boughtIn = (ask: ReportAsk, days: SaleDays, more: Goods = {}): SegmentNode =>
  measured(ask, days, 'RECEIPTS', { from: 1 }, more);

export const boughtNotIn = (ask: ReportAsk, days: SaleDays, more: Goods = {}): SegmentNode =>
  measured(ask, days, 'RECEIPTS', { to: 0 }, more);

export const boughtBefore = (ask: ReportAsk, day: string): SegmentNode => boughtIn(ask, before(day));
export const boughtNotBefore = (ask: ReportAsk, day: string): SegmentNode => boughtNotIn(ask, before(day));

export function measured(
  ask: ReportAsk,
  { from, to }: SaleDays,
  measure: Measure,
  bounds: Bounds,
  more: Goods = {},
): SegmentNode {
  const when = { kind: 'BETWEEN' as const, from: from ?? BEGINNING, to };
  return { kind: 'PURCHASES', of: { ...goodsOf(ask), ...more }, when, measure, ...bounds };
}

export const registeredIn = ({ from, to }: SaleDays): SegmentNode => ({
  kind: 'REGISTERED',
  when: { kind: 'BETWEEN', from: from ?? BEGINNING, to },
});

const before = (day: string): SaleDays => ({ from: null, to: dayAfter(day, -1) });
