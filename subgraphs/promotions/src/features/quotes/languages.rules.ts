import type { Language } from '@adal/engine';
import { badInput } from '@adal/service';
import type { Languages } from './present-basket.rules';

/** The language asked for; else English for the cashier, and the member's own, or the programme's, for the receipt. */
export function chooseLanguages(
  asked: string | null | undefined,
  member: { language: Language } | null,
  config: { PROGRAMME_LANGUAGE: Language },
): Languages {
  if (!asked) return { reasons: 'en', receipt: member?.language ?? config.PROGRAMME_LANGUAGE };
  if (asked !== 'ru' && asked !== 'kk' && asked !== 'en') throw badInput('language must be ru, kk or en.');
  return { reasons: asked, receipt: asked };
}
