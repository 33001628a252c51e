import type { Definition } from './promotion';
import { walkCondition } from './walk-condition';

/** Whether what the promotion gives depends on how the basket is paid. */
export function usesTender({ condition, effects, variants }: Definition): boolean {
  let isAsked = false;
  if (condition !== null) walkCondition(condition, ({ kind }) => (isAsked ||= kind === 'TENDER'));
  return (
    isAsked ||
    [effects, ...variants.map((variant) => variant.effects)].flat().some(({ kind }) => kind === 'POINTS_BY_TENDER')
  );
}
