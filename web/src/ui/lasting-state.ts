'use client';

import { useSyncExternalStore } from 'react';

/** State outside React, of work that goes on while pages and even the language of the office change around it. */
export function lastingState<State>(first: State) {
  let state = first;
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const get = (): State => state;
  return {
    get,
    set: (next: State) => {
      state = next;
      for (const listener of listeners) listener();
    },
    use: (): State => useSyncExternalStore(subscribe, get, get),
  };
}

/** Whoever closes the tab meanwhile is asked first. */
export async function keepingOpen(work: () => Promise<void>): Promise<void> {
  window.addEventListener('beforeunload', askFirst);
  try {
    await work();
  } finally {
    window.removeEventListener('beforeunload', askFirst);
  }
}

function askFirst(event: BeforeUnloadEvent) {
  event.preventDefault();
}
