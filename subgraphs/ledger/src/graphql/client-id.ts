import { badInput, isClientId } from '@adal/service';

/** Ids of imported history begin with this; no till may make one. */
export const IMPORTED_ID_PREFIX = 'import:';

/** Throws BAD_USER_INPUT unless a till may make such an id. */
export function requireClientId(field: string, id: string): void {
  if (!isClientId(id)) throw badInput(`${field} must be 1 to 64 visible ASCII characters; a UUID is best.`);
  if (id.startsWith(IMPORTED_ID_PREFIX)) throw badInput(`${field} cannot begin with "${IMPORTED_ID_PREFIX}".`);
}
