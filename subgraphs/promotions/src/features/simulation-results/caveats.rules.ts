import { usesTender, type Condition, type Definition } from '@adal/engine';
import type { Scene, StagedPromotion } from '../replay';
import type { Figures } from '../simulation-figures';
import type { AskedSimulation } from '../simulations';

export type CaveatCode = keyof typeof MESSAGES;

/** Something that was not replayed, or not with everything. */
export interface Caveat {
  readonly code: CaveatCode;
  readonly message: string;
  /** Null: it is about all of them. */
  readonly count: number | null;
}

/** What a result rests on besides the figures: facts that nobody kept, promotions whose past nobody knows. */
export interface CaveatFacts {
  readonly asked: AskedSimulation;
  readonly scene: Scene;
  readonly figures: Figures;
  /** Promotions with a budget or a cap. */
  readonly limited: number;
  /** Promotions whose turns before some moment of the period nobody kept. */
  readonly pastUnknown: number;
}

/** Says what the figures do not know. What does not matter to this simulation is not said. */
export function caveatsOf({ asked, scene, figures: { unknowns }, limited, pastUnknown }: CaveatFacts): Caveat[] {
  const promotions = [...new Map([...scene.without, ...scene.with].map((one) => [one.id, one])).values()];
  const drafts = scene.with.filter(({ id }) => scene.draftIds.includes(id));
  const counts: Record<CaveatCode, number | null> = {
    BEHAVIOUR_UNCHANGED: null,
    SAMPLE: asked.samplePercent < 100 ? null : 0,
    COUPONS_NOT_SHOWN: promotions.filter((one) => asks(one, ['COUPON'])).length,
    TENDER_UNKNOWN: promotions.some(usesTender) ? unknowns.tender : 0,
    LIMITS_NOT_COUNTED: limited,
    FIXED_DATES: drafts.filter((one) => asks(one, ['PERIOD'])).length,
    AUDIENCE_AS_TODAY: promotions.some((one) => asks(one, AUDIENCE)) ? null : 0,
    PAST_UNKNOWN: asked.baseline === 'THEN' ? pastUnknown : 0,
    COST_UNKNOWN: unknowns.linesWithoutCost,
    RETURNED_LEFT_OUT: unknowns.returned,
    MEMBERS_LEFT_OUT: unknowns.ofUnknownMembers,
    STORES_LEFT_OUT: unknowns.ofUnknownStores,
    UNPRICEABLE_LEFT_OUT: unknowns.unpriceable,
    POINTS_NOT_SPENT: null,
    CATALOGUE_AS_TODAY: null,
  };
  return (Object.keys(counts) as CaveatCode[])
    .filter((code) => counts[code] !== 0)
    .map((code) => ({ code, message: MESSAGES[code], count: counts[code] }));
}

const MESSAGES = {
  BEHAVIOUR_UNCHANGED: 'Buyers are taken to buy just the same.',
  SAMPLE: 'Figures are of a sample of the members, and of receipts without one.',
  COUPONS_NOT_SHOWN: 'Receipts do not tell which coupons were shown: promotions by coupon do not apply.',
  TENDER_UNKNOWN: 'Nobody told how these receipts were paid, and some promotion asks for it.',
  LIMITS_NOT_COUNTED: 'Budgets and caps are not counted down: the cost is as if they did not end.',
  FIXED_DATES: 'A condition of a draft names dates of its own, and holds on those only.',
  AUDIENCE_AS_TODAY: 'Segments, lists and attributes of members are as they are today.',
  PAST_UNKNOWN: 'Which version of these promotions ran is not known for all of the period.',
  COST_UNKNOWN: 'The cost of these lines is not known: they are in turnover and not in margin.',
  RETURNED_LEFT_OUT: 'Receipts that came back wholly are left out.',
  MEMBERS_LEFT_OUT: 'Receipts of members who are blocked, closed or not known today are left out.',
  STORES_LEFT_OUT: 'Receipts of stores that are not known are left out.',
  UNPRICEABLE_LEFT_OUT: 'Receipts that the engine cannot price are left out.',
  POINTS_NOT_SPENT: 'Points are taken to pay for nothing: receipts do not tell.',
  CATALOGUE_AS_TODAY:
    'Costs, minimum prices and sets are as the catalogue has them today, labels of goods as of the sale.',
} as const;

const AUDIENCE: readonly Condition['kind'][] = ['SEGMENT', 'MEMBER_LIST', 'ATTRIBUTE', 'CITY'];

const asks = ({ condition }: Definition | StagedPromotion, kinds: readonly Condition['kind'][]): boolean =>
  condition !== null && has(condition, kinds);

function has(condition: Condition, kinds: readonly Condition['kind'][]): boolean {
  if (condition.kind === 'NOT') return has(condition.of, kinds);
  if (condition.kind === 'ALL' || condition.kind === 'ANY') return condition.of.some((one) => has(one, kinds));
  return kinds.includes(condition.kind);
}
