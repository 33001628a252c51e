import { cache } from 'react';
import { ViewerDocument } from '@/graphql/generated/graphql';
import { load } from '@/graphql/load';
import { isAllowed, type Permission } from './viewer';

/** Who is signed in; asked once per page. */
export const loadViewer = cache(() => load(ViewerDocument, {}));

/** What the page may show. False also when nobody could say; the page's frame then shows the failure. */
export async function viewerMay(permission: Permission): Promise<boolean> {
  const { data } = await loadViewer();
  return data?.me != null && isAllowed(data.me, permission);
}
