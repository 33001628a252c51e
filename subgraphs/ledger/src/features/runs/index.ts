import { readSdl } from '@adal/service';
import { resolvers } from './runs.resolvers';

/** Points given to many at once, under one client-made id: files of opening balances, and grants. Each run can be undone as a whole. */
export const runs = { typeDefs: readSdl(__dirname, 'runs.graphql'), resolvers };
export { bookRun, type RunGift } from './book-run';
export { entryRunsLoader, type RunPlace } from './run.loaders';
export { RunRow } from './run-row.entity';
export { undoRun, type RunUndone } from './undo-run';
export { UndoneRun } from './undone-run.entity';
