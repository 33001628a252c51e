'use client';

import { useNamed } from '@/features/sentence-rows/use-named';

/** Segments and groups by name: the first, and those that what is typed finds among all. */
export function useSegmentOptions(typed = ''): { value: string; label: string }[] {
  return useNamed('segments', typed).map(({ id, name }) => ({ value: id, label: name }));
}
