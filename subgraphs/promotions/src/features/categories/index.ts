import { readSdl } from '@adal/service';
import { categoriesResolvers } from './categories.resolvers';

/** The tree of categories, brands and seasons. */
export const categories = { typeDefs: readSdl(__dirname, 'categories.graphql'), resolvers: categoriesResolvers };
