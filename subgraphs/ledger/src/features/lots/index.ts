import { readSdl } from '@adal/service';
import { resolvers } from './lots.resolvers';

/** Points have dates. */
export const lots = { typeDefs: readSdl(__dirname, 'lots.graphql'), resolvers };
export { activateLots } from './activate-lots';
export { Debt } from './debt.entity';
export { expireLots } from './expire-lots';
export { LotRow } from './lot.entity';
export { lotSnapshotOf, tellLots, type TakenLot } from './tell-lots';
export { ToldLots, UntoldLot } from './told-lots.entity';
export { lotMovementsLoader, lotsLoader, openLotsLoader, type LotMovement, type MovementsKey } from './lot.loaders';
export { pointDates, termsFault } from './lot.rules';
export { settleWallets } from './settle-wallets';
export { settleWalletNow } from './settle-wallet-now';
export { listCrossings } from './lot.queries';
