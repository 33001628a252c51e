import type { Language } from '@adal/engine';
import { sentencesOf } from '../definitions';
import { sayLimits, type PromotionLimits } from '../limits';

interface Comparable {
  name: string;
  definition: unknown;
  limits: PromotionLimits;
}

/** What one version says and the other does not, in sentences. */
export function differenceOf(from: Comparable, to: Comparable, language: Language) {
  const [before, after] = [from, to].map(({ name, definition, limits }) => [
    `«${name}»`,
    ...sentencesOf(definition, language),
    ...sayLimits(limits, language),
  ]);
  return { removed: without(before ?? [], after ?? []), added: without(after ?? [], before ?? []) };
}

const without = (sentences: readonly string[], others: readonly string[]): string[] =>
  sentences.filter((sentence) => !others.includes(sentence));
