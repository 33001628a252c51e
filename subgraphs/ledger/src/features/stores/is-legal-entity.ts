import type { LedgerContext } from '../../context';
import { StoreRow } from './store.entity';

/** True for the programme's own legal entity and for those that stores belong to: others owe no points. */
export async function isLegalEntity({ config, db }: LedgerContext, name: string): Promise<boolean> {
  if (name === config.PROGRAMME_LEGAL_ENTITY) return true;
  return !/\p{Cc}/u.test(name) && db.getRepository(StoreRow).existsBy({ legalEntity: name });
}
