import { describe, type Language } from '@adal/engine';
import { read } from '@/features/promotion-definition';
import type { Json } from '@/features/draft';

/** What one version says that the one before it did not, and the other way round, in sentences. */
export interface Changes {
  added: string[];
  removed: string[];
}

interface Said {
  definition: unknown;
  /** What is not among its sentences: the name, the priority, the limits. */
  besides: readonly string[];
}

export function changesOf(before: Said | undefined, after: Said, language: Language): Changes {
  const [then, now] = [before === undefined ? [] : say(before, language), say(after, language)];
  return {
    added: now.filter((sentence) => !then.includes(sentence)),
    removed: then.filter((sentence) => !now.includes(sentence)),
  };
}

function say({ definition, besides }: Said, language: Language): string[] {
  const { definition: whole } = read(definition as Json);
  return [...besides, ...(whole === undefined ? [] : describe(whole, language))];
}
