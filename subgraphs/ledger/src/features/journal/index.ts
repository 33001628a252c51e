import { readSdl } from '@adal/service';
import { resolvers } from './journal.resolvers';

/** The books: all that moves points ends here. */
export const journal = { typeDefs: readSdl(__dirname, 'journal.graphql'), resolvers };
export { ACCOUNTS, type AccountKind } from './account-kinds';
export { Account } from './account.entity';
export { DailyMovement } from './daily-movement.entity';
export { JournalEntryRow } from './journal-entry.entity';
export { entriesBySeqLoader, entriesLoader, postingsLoader, type EntriesKey } from './journal.loaders';
export { MovementHorizon } from './movement-horizon.entity';
export { endOfDay, justAfter, queryMoved } from './movements';
export { PostingRow } from './posting.entity';
export { rollUpMovements } from './roll-up-movements';
