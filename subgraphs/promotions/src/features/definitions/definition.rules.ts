import {
  describe,
  parseDefinition,
  sayFault,
  type Definition,
  type Effect,
  type Fault,
  type Language,
} from '@adal/engine';

/** Deeper JSON is refused before it is read: the language itself is far shallower. */
const DEPTH_MAX = 64;

/** A definition, or what is wrong with it by the engine's paths. */
export function readDefinition(json: unknown): { definition: Definition } | { faults: Fault[] } {
  if (!isShallow(json)) {
    const said = {
      text: 'The definition is nested deeper than {max} levels.' as const,
      args: { max: DEPTH_MAX },
    };
    return { faults: [{ path: '', code: 'TOO_DEEP', ...said, message: sayFault(said, 'en') }] };
  }
  const parsed = parseDefinition(json);
  return parsed.__typename === 'Definition' ? { definition: parsed.definition } : { faults: parsed.faults };
}

/** A stored definition in sentences; of one that cannot run, what is wrong with it. */
export function sentencesOf(json: unknown, language: Language): string[] {
  const read = readDefinition(json);
  return 'definition' in read
    ? describe(read.definition, language)
    : read.faults.map((fault) => sayFault(fault, language));
}

/** The language asked for; English when none is. */
export const languageOf = (asked: string | null | undefined): Language =>
  asked === 'ru' || asked === 'kk' ? asked : 'en';

/** Level by level: what a client nests without end must not be met by recursion. */
function isShallow(json: unknown): boolean {
  let level: unknown[] = [json];
  for (let depth = 0; depth <= DEPTH_MAX; depth += 1) {
    level = level.flatMap((value): unknown[] =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
    if (level.length === 0) return true;
  }
  return false;
}

/** All of its effects, those of variants too. */
export const effectsOf = ({ effects, variants }: Definition): Effect[] => [
  ...effects,
  ...variants.flatMap((variant) => variant.effects),
];

const NOTICES: readonly Effect['kind'][] = ['COUPON_NOW', 'COUPON_NEXT', 'MESSAGE', 'RECEIPT_TEXT'];

export const givesPoints = ({ kind }: Effect): boolean => kind.startsWith('POINTS_');
export const isDiscount = (effect: Effect): boolean => !givesPoints(effect) && !NOTICES.includes(effect.kind);

/** Whether a part of the members is held out to measure it. */
export const hasControl = ({ holdout }: Definition): boolean => holdout !== null && holdout.share > 0n;
