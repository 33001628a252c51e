import type { Language } from '@adal/engine';
import type { Languages } from './present-basket.rules';

const LANGUAGES: readonly Language[] = ['ru', 'kk', 'en'];

/** The language asked for; else English for the cashier, and the member's own, or the programme's, for the receipt. */
export function chooseLanguages(
  asked: string | null | undefined,
  member: { language: Language } | null,
  config: { PROGRAMME_LANGUAGE: Language },
): Languages {
  const language = LANGUAGES.find((known) => known === asked);
  return { reasons: language ?? 'en', receipt: language ?? member?.language ?? config.PROGRAMME_LANGUAGE };
}
