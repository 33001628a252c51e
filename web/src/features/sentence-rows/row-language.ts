'use client';

import { useMessages } from 'next-intl';
import type { ComponentType } from 'react';
import type { JsonObject, Path } from '@/features/draft';

/** Which rows there are to add, and how they are called and said. */
export interface RowLanguage {
  kinds: Readonly<Record<string, { readonly group: string; readonly blank: JsonObject }>>;
  groups: readonly string[];
  /** Where its words are among the messages: `groups`, and the names and sentences of kinds. */
  words: 'definition' | 'segmentRows';
  names: 'conditionNames' | 'effectNames';
  sentences: 'conditions' | 'effects';
  /** Fills the gap of a sentence: `name` is the gap's, `path` the row's. */
  Gap: ComponentType<{ path: Path; kind: string; name: string }>;
  /** What a tree without a row means. */
  nothing?: string;
}

type Words = Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;

/** The words of a language of rows; a kind that is newer than the page is called by its code. */
export function useRowWords({ words, names, sentences }: RowLanguage) {
  const all: Words = useMessages()[words];
  const groups = all['groups'] ?? {};
  return {
    group: (group: string) => groups[group] ?? group,
    name: (kind: string) => all[names]?.[kind] ?? kind,
    sentence: (kind: string) => all[sentences]?.[kind] ?? kind,
  };
}
