'use client';

import { useSearchParams } from 'next/navigation';
import { useCallback } from 'react';
import { patched, type UrlPatch } from './params';

/** Screen state that lives in the address: shared by copying it, kept by reload, walked by Back. */
export function useUrlState(): [params: URLSearchParams, change: (patch: UrlPatch, how?: 'replace' | 'push') => void] {
  const params = useSearchParams();
  const change = useCallback((patch: UrlPatch, how: 'replace' | 'push' = 'replace') => {
    const next = patched(new URLSearchParams(window.location.search), patch);
    const address = next.size === 0 ? window.location.pathname : `?${next.toString()}`;
    if (how === 'push') window.history.pushState(null, '', address);
    else window.history.replaceState(null, '', address);
  }, []);
  return [params, change];
}
