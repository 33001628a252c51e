'use client';

import { createContext, useContext, type ReactNode } from 'react';
import { isAllowed, type Permission, type Viewer } from './viewer';

const ViewerContext = createContext<Viewer | undefined>(undefined);

export function ViewerProvider({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  return <ViewerContext value={viewer}>{children}</ViewerContext>;
}

export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext);
  if (viewer === undefined) throw new Error('useViewer is used outside ViewerProvider');
  return viewer;
}

/** True when the person may do it: what they may not is not offered. */
export function useMay(permission: Permission): boolean {
  return isAllowed(useViewer(), permission);
}
