import { z } from 'zod';
import { aheadSchema, windowSchema } from './windows';

/** Groups in groups, at most. */
const DEPTH_MAX = 4;
/** Conditions of one segment, at most. */
const CONDITIONS_MAX = 50;
/** Values of one list, at most. */
const VALUES_MAX = 1_000;

const text = z.string().max(200);
const values = z.array(text).min(1).max(VALUES_MAX);
const id = z.string().min(1).max(64);
const count = z.int().min(0).max(Number.MAX_SAFE_INTEGER);
/** Both ends are inside; absent is open. Money and points in minor units, quantities in thousandths, the rest as counted. */
const bounds = { from: count.optional(), to: count.optional() };

const profile = [
  /** "" is for members of whom it is not known. */
  z.strictObject({ kind: z.literal('CITY'), in: values }),
  z.strictObject({ kind: z.literal('GENDER'), in: z.array(z.enum(['FEMALE', 'MALE', 'UNKNOWN'])).min(1) }),
  z.strictObject({ kind: z.literal('HOME_STORE'), in: values }),
  z.strictObject({ kind: z.literal('LANGUAGE'), in: values }),
  z.strictObject({ kind: z.literal('ENROLLED_AT'), in: values }),
  z.strictObject({ kind: z.literal('STATUS'), in: z.array(z.enum(['ACTIVE', 'BLOCKED'])).min(1) }),
  /** Full years today. Who was born on the 29th of February has the birthday on the 1st of March of common years. */
  z.strictObject({ kind: z.literal('AGE'), ...bounds, unknown: z.boolean().optional() }),
  z.strictObject({ kind: z.literal('REGISTERED'), when: windowSchema }),
  z.strictObject({ kind: z.literal('CONSENT'), channel: z.enum(['SMS', 'EMAIL', 'PUSH']), given: z.boolean() }),
  z.strictObject({ kind: z.literal('CONTACT'), contact: z.enum(['PHONE', 'EMAIL']), known: z.boolean() }),
  z.strictObject({ kind: z.literal('ATTRIBUTE'), key: z.string().min(1).max(64), in: values }),
  z.strictObject({ kind: z.literal('ATTRIBUTE_KNOWN'), key: z.string().min(1).max(64), known: z.boolean() }),
  /** Numbers and days (as YYYY-MM-DD) compare by their order. */
  z.strictObject({
    kind: z.literal('ATTRIBUTE_RANGE'),
    key: z.string().min(1).max(64),
    type: z.enum(['NUMBER', 'DATE']),
    from: text.optional(),
    to: text.optional(),
  }),
  /** At least one child of this age in full years, of this gender when given. */
  z.strictObject({ kind: z.literal('CHILD'), ...bounds, gender: z.enum(['FEMALE', 'MALE']).optional() }),
  z.strictObject({ kind: z.literal('CHILDREN'), ...bounds }),
  z.strictObject({ kind: z.literal('BIRTHDAY'), of: z.enum(['MEMBER', 'CHILD']), when: aheadSchema }),
] as const;

const weekday = z.int().min(1).max(7);
/** What was bought, where and when; what is absent does not matter. A category stands for what lies below it. */
const goodsSchema = z.strictObject({
  stores: values.optional(),
  cities: values.optional(),
  categories: values.optional(),
  brands: values.optional(),
  skus: values.optional(),
  /** ISO: 1 is Monday. */
  weekdays: z.array(weekday).min(1).optional(),
  /** By the holiday calendar: a holiday is no working day, and a Saturday may be one. */
  dayKind: z.enum(['WORKING_DAY', 'DAY_OFF']).optional(),
  /** Full hours of the store's clock, both inside. */
  hours: z.strictObject({ from: z.int().min(0).max(23), to: z.int().min(0).max(23) }).optional(),
  /** Lines that a promotion priced, or none did. */
  promoted: z.boolean().optional(),
});
export type Goods = z.infer<typeof goodsSchema>;

/** Lines tell goods apart, receipts do not. */
export const namesGoods = ({ categories, brands, skus, promoted }: Goods): boolean =>
  Boolean(categories ?? brands ?? skus) || promoted !== undefined;

const purchases = [
  /** Less what came back. RECEIPTS, DAYS and STORES count purchases that stand. "Did not buy" is to 0. Points are known by receipt. */
  z.strictObject({
    kind: z.literal('PURCHASES'),
    of: goodsSchema,
    when: windowSchema,
    measure: z.enum(['RECEIPTS', 'AMOUNT', 'QUANTITY', 'DAYS', 'STORES', 'POINTS_EARNED', 'POINTS_SPENT']),
    ...bounds,
  }),
  /** Of receipts that stand. */
  z.strictObject({ kind: z.literal('AVERAGE_RECEIPT'), when: windowSchema, ...bounds }),
  /** Days between the last, or first, purchase that stands and today; fails for who never bought. */
  z.strictObject({ kind: z.literal('DAYS_SINCE'), purchase: z.enum(['LAST', 'FIRST']), ...bounds }),
  /** Share of the brand in what the member spent, or in the receipts; in tenths of a percent. */
  z.strictObject({
    kind: z.literal('BRAND_SHARE'),
    brand: text,
    by: z.enum(['AMOUNT', 'RECEIPTS']),
    when: windowSchema,
    from: z.int().min(0).max(1_000),
  }),
] as const;

const points = [
  z.strictObject({ kind: z.literal('POINTS'), state: z.enum(['AVAILABLE', 'PENDING']), ...bounds }),
  z.strictObject({ kind: z.literal('POINTS_ACTIVATING'), when: aheadSchema, ...bounds }),
  z.strictObject({ kind: z.literal('POINTS_EXPIRING'), when: aheadSchema, ...bounds }),
] as const;

/** Left out or empty: of any. Promotions are those that issued them; of redeemed ones, those that took them. */
const couponsOf = { pools: z.array(id).max(VALUES_MAX).optional(), promotions: z.array(id).max(VALUES_MAX).optional() };
const coupons = [
  z.strictObject({ kind: z.literal('COUPONS_RECEIVED'), ...couponsOf, when: windowSchema, ...bounds }),
  /** Uses that were not given back, of coupons of any kind; the others are about coupons issued to the member. */
  z.strictObject({ kind: z.literal('COUPONS_REDEEMED'), ...couponsOf, when: windowSchema, ...bounds }),
  /** Can be used today. */
  z.strictObject({ kind: z.literal('COUPONS_USABLE'), ...couponsOf, ...bounds }),
  /** Can be used today; the last day lies ahead. */
  z.strictObject({ kind: z.literal('COUPONS_EXPIRING'), ...couponsOf, when: aheadSchema, ...bounds }),
  /** Never used, and the last day is over. */
  z.strictObject({ kind: z.literal('COUPONS_EXPIRED'), ...couponsOf, when: windowSchema, ...bounds }),
] as const;

const sets = [
  /** In one of the cells of an RFM grid, by the bounds of the day. A cell that the grid does not have holds for nobody. */
  z.strictObject({
    kind: z.literal('RFM'),
    grid: z.enum(['PURCHASES_BUDGET', 'RECENCY_FREQUENCY', 'CLASSIC']),
    cells: z
      .array(z.string().regex(/^[1-5](-[1-5]){1,2}$/))
      .min(1)
      .max(125),
  }),
  z.strictObject({ kind: z.literal('SEGMENT'), id }),
  z.strictObject({ kind: z.literal('GROUP'), id }),
] as const;

const conditionSchema = z.discriminatedUnion('kind', [...profile, ...purchases, ...points, ...coupons, ...sets]);
/** A test of one member. */
export type Condition = z.infer<typeof conditionSchema>;
export type ConditionOf<K extends Condition['kind']> = Extract<Condition, { kind: K }>;

/** Any AND, OR and NOT of conditions. An empty ALL holds for everybody, an empty ANY for nobody. */
export type SegmentNode =
  | { readonly kind: 'ALL' | 'ANY'; readonly of: readonly SegmentNode[] }
  | { readonly kind: 'NOT'; readonly of: SegmentNode }
  | Condition;

/** What is wrong with a definition, and where: a path such as `of.2.when`. */
export interface DefinitionFault {
  readonly field: string;
  readonly message: string;
}

/** Reads a definition as it travels; answers what is wrong with it. */
export function parseDefinition(json: unknown): SegmentNode | DefinitionFault {
  const kind = kindOf(json);
  // A union of groups and conditions would only say that nothing fits: the kind says what was meant.
  const node = kind === 'ALL' || kind === 'ANY' || kind === 'NOT' ? parseGroup(json, kind) : parseCondition(json);
  if ('message' in node) return node;
  const size = measure(node);
  if (size.depth > DEPTH_MAX) return { field: '', message: `Groups may lie ${DEPTH_MAX} deep at most.` };
  if (size.conditions > CONDITIONS_MAX)
    return { field: '', message: `A segment has at most ${CONDITIONS_MAX} conditions.` };
  return node;
}

function kindOf(json: unknown): unknown {
  return typeof json === 'object' && json !== null && 'kind' in json ? json.kind : undefined;
}

function parseGroup(json: unknown, kind: 'ALL' | 'ANY' | 'NOT'): SegmentNode | DefinitionFault {
  const of: unknown = (json as { of?: unknown }).of;
  if (kind === 'NOT') {
    const inner = parseDefinition(of);
    return 'message' in inner ? below('of', inner) : { kind, of: inner };
  }
  if (!Array.isArray(of)) return { field: 'of', message: `${kind} needs a list of conditions.` };
  const parts: SegmentNode[] = [];
  for (const [index, one] of of.entries()) {
    const part = parseDefinition(one);
    if ('message' in part) return below(`of.${index}`, part);
    parts.push(part);
  }
  return { kind, of: parts };
}

function parseCondition(json: unknown): Condition | DefinitionFault {
  const parsed = conditionSchema.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { field: issue?.path.join('.') ?? '', message: `${issue?.message ?? 'This is no condition'}.` };
  }
  const { data } = parsed;
  if (isUpsideDown(data))
    return { field: 'to', message: 'The upper bound lies below the lower one: nobody would match.' };
  if (data.kind === 'PURCHASES' && data.measure.startsWith('POINTS') && namesGoods(data.of))
    return {
      field: 'of',
      message: 'Points are known of whole receipts: leave categories, brands, goods and promotions out.',
    };
  const when = 'when' in data ? data.when : null;
  if (when?.kind === 'BETWEEN' && when.from > when.to)
    return { field: 'when.to', message: 'The last day lies before the first: nobody would match.' };
  if (when?.kind === 'DAYS' && when.fromDays > when.toDays)
    return { field: 'when.toDays', message: 'The last day lies before the first: nobody would match.' };
  return data;
}

/** Whether the upper bound lies below the lower one. Numbers that are written as texts are compared as numbers. */
function isUpsideDown(condition: Condition): boolean {
  const { from, to } = { from: undefined, to: undefined, ...condition };
  if (from === undefined || to === undefined) return false;
  const areNumbers = condition.kind !== 'ATTRIBUTE_RANGE' || condition.type === 'NUMBER';
  return areNumbers ? Number(from) > Number(to) : from > to;
}

const below = (path: string, fault: DefinitionFault): DefinitionFault => ({
  ...fault,
  field: fault.field === '' ? path : `${path}.${fault.field}`,
});

/** How deep groups lie, and how many conditions there are. */
function measure(node: SegmentNode): { readonly depth: number; readonly conditions: number } {
  if (node.kind === 'NOT') return measure(node.of);
  if (node.kind !== 'ALL' && node.kind !== 'ANY') return { depth: 0, conditions: 1 };
  const parts = node.of.map(measure);
  return {
    depth: 1 + Math.max(0, ...parts.map(({ depth }) => depth)),
    conditions: parts.reduce((sum, { conditions }) => sum + conditions, 0),
  };
}

/** Ids of the segments and groups that a definition names. */
export function namedIn(node: SegmentNode): {
  readonly segments: readonly string[];
  readonly groups: readonly string[];
} {
  if (node.kind === 'NOT') return namedIn(node.of);
  if (node.kind === 'SEGMENT') return { segments: [node.id], groups: [] };
  if (node.kind === 'GROUP') return { segments: [], groups: [node.id] };
  if (node.kind !== 'ALL' && node.kind !== 'ANY') return { segments: [], groups: [] };
  const parts = node.of.map(namedIn);
  return { segments: parts.flatMap(({ segments }) => segments), groups: parts.flatMap(({ groups }) => groups) };
}
