'use client';

import { useMessages } from 'next-intl';
import type messages from '../../messages/en.json';

export type EnumName = keyof (typeof messages)['enums'];

/** Names the codes of the graph in the language of the page; a code that is newer than the page is shown as it is. */
export function useEnumLabel(name: EnumName): (code: string) => string {
  const names: Record<string, string> = useMessages().enums[name];
  return (code) => names[code] ?? code;
}
