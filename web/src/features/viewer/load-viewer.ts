import { cache } from 'react';
import { ViewerDocument } from '@/graphql/generated/graphql';
import { load } from '@/graphql/load';
import { isAllowed, type Permission } from './viewer';

/** Who is signed in; asked once per page. */
export const loadViewer = cache(() => load(ViewerDocument, {}));

/** True when the person has any of the permissions. False also when nobody could say; the page's frame then shows the failure. */
export async function viewerMay(...anyOf: Permission[]): Promise<boolean> {
  const { data } = await loadViewer();
  const viewer = data?.me;
  return viewer != null && anyOf.some((permission) => isAllowed(viewer, permission));
}
