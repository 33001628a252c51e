import { readSdl } from '@adal/service';
import { resolvers } from './proof.resolvers';

/** Shows that the books are what was booked: their laws, and the hash chain behind them. */
export const proof = { typeDefs: readSdl(__dirname, 'proof.graphql'), resolvers };
export { ChainBlockRow } from './chain-block.entity';
export { extendChain } from './extend-chain';
