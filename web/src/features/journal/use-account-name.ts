'use client';

import { useEnumLabel } from '@/ui/use-enum-label';

/**
 * Names an account of a posting in words: `member/<id>/available` and `programme/issued/<legal entity>`. Whose wallet it
 * is says the page around it.
 */
export function useAccountName(): (account: string) => string {
  const name = useEnumLabel('account');
  return (account) => {
    const [owner, second = '', ...rest] = account.split('/');
    if (owner === 'member') return name(`member/${rest.at(-1) ?? ''}`);
    return [name(second), ...rest].join(' · ');
  };
}
