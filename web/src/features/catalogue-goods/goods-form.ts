import { newId } from '@/ui/new-id';

export const leafKinds = ['CATEGORY', 'BRAND', 'ATTRIBUTE', 'SKU', 'SET'] as const;
export type LeafKind = (typeof leafKinds)[number];
export const operators = ['IN', 'GTE', 'LTE', 'BETWEEN'] as const;
export type Operator = (typeof operators)[number];

/** One sentence of a rule: goods that are, or are not, of these. */
export interface Clause {
  id: string;
  not: boolean;
  kind: LeafKind;
  names: string[];
  /** Of an attribute. */
  key: string;
  op: Operator;
}

/** A rule as a form: its clauses, all or any of which must hold. */
export interface GoodsForm {
  join: 'ALL' | 'ANY';
  clauses: Clause[];
}

export const newClause = (kind: LeafKind = 'CATEGORY'): Clause => ({
  id: newId(),
  not: false,
  kind,
  names: [],
  key: '',
  op: 'IN',
});

export const blankGoods = (): GoodsForm => ({ join: 'ALL', clauses: [newClause()] });

/** The form as goods of the engine's language; values are of their attribute's type. */
export function toGoods({ join, clauses }: GoodsForm, typeOf: (key: string) => string | undefined): unknown {
  const parts = clauses.map((clause) => {
    const leaf = leafOf(clause, typeOf);
    return clause.not ? { kind: 'NOT', of: leaf } : leaf;
  });
  return parts.length === 1 ? parts[0] : { kind: join, of: parts };
}

function leafOf({ kind, names, key, op }: Clause, typeOf: (key: string) => string | undefined) {
  if (kind !== 'ATTRIBUTE') return { kind, in: names };
  const type = typeOf(key);
  const typed = (name: string) =>
    type === 'NUMBER' && name.trim() !== '' && !Number.isNaN(Number(name))
      ? Number(name)
      : type === 'BOOLEAN'
        ? name === 'true'
        : name;
  return { kind, key, op, values: names.map(typed) };
}

/** Goods as a form; undefined for those that are nested deeper than a form shows. */
export function fromGoods(goods: unknown): GoodsForm | undefined {
  if (!isNode(goods)) return undefined;
  const isGroup = goods.kind === 'ALL' || goods.kind === 'ANY';
  const parts = isGroup && Array.isArray(goods.of) ? (goods.of as unknown[]) : [goods];
  const clauses = parts.map(clauseOf);
  if (clauses.some((clause) => clause === undefined)) return undefined;
  return { join: goods.kind === 'ANY' ? 'ANY' : 'ALL', clauses: clauses.filter((clause) => clause !== undefined) };
}

function clauseOf(part: unknown): Clause | undefined {
  if (!isNode(part)) return undefined;
  const leaf = part.kind === 'NOT' ? part.of : part;
  if (!isNode(leaf)) return undefined;
  const kind = leafKinds.find((one) => one === leaf.kind);
  if (kind === undefined) return undefined;
  const clause = { ...newClause(kind), not: part.kind === 'NOT' };
  if (kind !== 'ATTRIBUTE') return { ...clause, names: texts(leaf.in) };
  const op = leaf.op === 'EQ' ? 'IN' : operators.find((one) => one === leaf.op);
  return op === undefined ? undefined : { ...clause, key: String(leaf.key), op, names: texts(leaf.values) };
}

interface Node {
  kind: string;
  [name: string]: unknown;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'kind' in value;
const texts = (list: unknown): string[] => (Array.isArray(list) ? list.map(String) : []);
