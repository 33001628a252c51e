'use client';

import { useDocumentVisibility } from '@mantine/hooks';

/**
 * True while somebody can see the page. A hidden one holds no live connection: browsers allow few per site, and the page
 * catches up when it is seen again.
 */
export function useWatched(): boolean {
  return useDocumentVisibility() !== 'hidden';
}
