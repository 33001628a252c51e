'use client';

import { useNamed } from '@/features/sentence-rows/use-named';

/** Segments and groups by name. */
export function useSegmentOptions(): { value: string; label: string }[] {
  return useNamed('segments').map(({ id, name }) => ({ value: id, label: name }));
}
