import { readSdl } from '@adal/service';
import { revenueTreeResolvers } from './revenue-tree.resolvers';

export { revenueTreeReport } from './revenue-tree.report';

/** Why revenue moved: buyers, how often they buy, how much on a receipt, and what came back. */
export const revenueTree = { typeDefs: readSdl(__dirname, 'revenue-tree.graphql'), resolvers: revenueTreeResolvers };
