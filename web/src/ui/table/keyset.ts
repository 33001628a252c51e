'use client';

import { useRef } from 'react';
import { useUrlState } from '../url-state';
import { keysetPlace, pageSize } from './place';

/** Walks forward by cursor and back by the cursors walked; a page that was opened from a link goes back to the first. */
export function useKeyset(prefix = '') {
  const [params, change] = useUrlState();
  const place = keysetPlace(params, prefix);
  const walked = useRef(new Map<number, string>());
  const goTo = (at: number, after: string | undefined) =>
    change({ [`${prefix}after`]: after, [`${prefix}at`]: after === undefined ? undefined : String(at) }, 'push');
  return {
    place,
    next: (endCursor: string) => {
      if (place.after !== undefined) walked.current.set(place.at, place.after);
      goTo(place.at + pageSize, endCursor);
    },
    previous: () => {
      const before = place.at - pageSize;
      goTo(before, before <= 0 ? undefined : walked.current.get(before));
    },
  };
}
