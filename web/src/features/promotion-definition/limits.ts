/** Budgets, and caps that count sales: what of a promotion can be used up. */
export const limitNames = [
  'moneyBudget',
  'pointsBudget',
  'usesBudget',
  'usesPerMember',
  'usesPerMemberDay',
  'usesPerStoreDay',
  'usesPerCard',
] as const;

/** The pace at which budgets may be spent, by all together. */
export const paceNames = [
  'moneyPerDay',
  'pointsPerDay',
  'usesPerDay',
  'moneyPerHour',
  'pointsPerHour',
  'usesPerHour',
] as const;

type LimitName = (typeof limitNames)[number] | (typeof paceNames)[number];
type Limits<Value> = Record<LimitName, Value> & { evenly: boolean };

/** Nothing is limited. */
export const noLimits: Limits<null> = {
  ...(Object.fromEntries([...limitNames, ...paceNames].map((name) => [name, null])) as Record<LimitName, null>),
  evenly: false,
};

/** The limits alone, without what else came with them. */
export function limitsOf<Given extends Limits<unknown>>(limits: Given): Pick<Given, keyof Limits<unknown>> {
  const names = Object.keys(noLimits) as (keyof Limits<unknown>)[];
  return Object.fromEntries(names.map((name) => [name, limits[name]])) as Pick<Given, keyof Limits<unknown>>;
}
