import type { Statement } from '../../store/analytics-store';
import { binder, type Bind, type Binder } from '../../store/binder';

/** Tables that are read once, grouped by member, whatever number of conditions asks them. */
const PASSES = {
  receipts: 'member_receipts',
  lines: 'member_lines',
  lots: 'lots',
  children: 'children',
  attributes: 'member_attributes',
  groups: 'group_members',
  // With what their pools say of them: a pool may close, and its days may change.
  coupons: `(SELECT c.member_id AS member_id, c.pool_id AS pool_id, c.promotion_id AS promotion_id, c.status AS status, c.uses AS uses,
    c.issued_on AS issued_on, c.valid_from AS valid_from, p.valid_from AS pool_from, p.status AS pool_status,
    if(c.valid_until IS NULL OR p.valid_until < c.valid_until, p.valid_until, c.valid_until) AS last_day
    FROM member_coupons AS c INNER JOIN coupon_pools AS p ON p.pool_id = c.pool_id)`,
  couponUses: 'coupon_uses',
} as const;
export type PassName = keyof typeof PASSES;

/** Facts of one kind, those of a member together. */
interface Pass {
  readonly alias: string;
  readonly from: string;
  readonly aggregates: Map<string, string>;
  /** What every aggregate asks for; null once one of them asks for everything. */
  conditions: Set<string> | null;
}

/**
 * What one or several segments need of the store. Conditions add what they need and get back an expression over the
 * row of a member; equal needs are computed once.
 */
export interface SegmentPlan {
  readonly bind: Bind;
  /**
   * An aggregate over the member's facts, 0 for a member without any. `only` are facts that it is about; a fact that no
   * aggregate of the pass is about is not read.
   */
  aggregate(pass: PassName, sql: string, only: string | null): string;
  /** A pass of its own: `from` has a column member_id. */
  own(from: string, sql: string): string;
  /** A column of member_features, 0 for who never bought. */
  feature(name: string): string;
  /** True once something else than the row of the member itself is asked. */
  readsFacts(): boolean;
  /** Members for whom each of the expressions holds, as m.member_id and flags s0, s1 …; all members, or those of a list. */
  flags(expressions: readonly string[], members: readonly string[] | null): Statement;
  /** Ids of the members for whom the expression holds. */
  members(expression: string): Statement;
  /** The first of them by id, at most so many, each with how many there are in all. */
  sample(expression: string, size: number): Statement;
}

/**
 * An empty plan. What it binds can be shared with the question that it becomes a part of. Of `candidates`, rows of member_id, are all
 * members that anything is asked about: facts of others are not read.
 */
export function segmentPlan({ bind, parameters }: Binder = binder(), candidates: string | null = null): SegmentPlan {
  const passes = new Map<string, Pass>();
  let usesFeatures = false;
  const passOf = (from: string): Pass => {
    const pass = passes.get(from) ?? { alias: `f${passes.size}`, from, aggregates: new Map(), conditions: new Set() };
    passes.set(from, pass);
    return pass;
  };
  const columnIn = (pass: Pass, sql: string): string => {
    const name = pass.aggregates.get(sql) ?? `a${pass.aggregates.size}`;
    pass.aggregates.set(sql, name);
    return `ifNull(${pass.alias}.${name}, 0)`;
  };
  const joins = (among: string | null): string[] => [
    ...(usesFeatures ? ['LEFT JOIN member_features AS b ON b.member_id = m.member_id'] : []),
    ...[...passes.values()].map((pass) => joinOf(pass, among ?? candidates)),
  ];
  const select = (columns: string, where: readonly string[], among: string | null): Statement => {
    const sql = [
      `SELECT ${columns}`,
      'FROM members AS m',
      ...joins(among),
      `WHERE ${["m.status <> 'CLOSED'", ...(among ? [`m.member_id IN ${among}`] : []), ...where].join(' AND ')}`,
    ].join('\n');
    return { sql, parameters };
  };
  return {
    bind,
    aggregate: (name, sql, only) => {
      const pass = passOf(PASSES[name]);
      if (only === null) pass.conditions = null;
      else pass.conditions?.add(only);
      return columnIn(pass, sql);
    },
    own: (from, sql) => columnIn(passOf(`(${from})`), sql),
    feature: (name) => {
      usesFeatures = true;
      return `ifNull(b.${name}, 0)`;
    },
    readsFacts: () => usesFeatures || passes.size > 0,
    flags: (expressions, members) =>
      select(
        ['m.member_id AS member_id', ...expressions.map((sql, index) => `${sql} AS s${index}`)].join(', '),
        [],
        members && bind('Array(UUID)', members),
      ),
    members: (expression) => select('m.member_id AS member_id', [expression], null),
    sample: (expression, size) => {
      const { sql } = select('m.member_id AS member_id', [expression], null);
      const limit = bind('UInt32', size);
      return {
        sql: `SELECT member_id, count() OVER () AS members FROM (${sql}) AS found ORDER BY member_id LIMIT ${limit}`,
        parameters,
      };
    },
  };
}

/** Members that are not asked about are not grouped: their facts are found by the order of the table. */
function joinOf({ alias, from, aggregates, conditions }: Pass, among: string | null): string {
  const columns = [...aggregates].map(([sql, name]) => `${sql} AS ${name}`);
  const where = [
    ...(among ? [`f.member_id IN ${among}`] : []),
    ...(conditions && conditions.size > 0 ? [`(${[...conditions].join(' OR ')})`] : []),
  ];
  return [
    `LEFT JOIN (SELECT f.member_id AS member_id, ${columns.join(', ')} FROM ${from} AS f`,
    where.length > 0 ? `WHERE ${where.join(' AND ')} ` : '',
    `GROUP BY f.member_id) AS ${alias} ON ${alias}.member_id = m.member_id`,
  ].join(' ');
}
