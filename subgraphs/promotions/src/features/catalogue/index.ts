import { readSdl } from '@adal/service';
import { catalogueResolvers } from './catalogue.resolvers';

/** What the chain sells: products, their categories and brands. */
export const catalogue = { typeDefs: readSdl(__dirname, 'catalogue.graphql'), resolvers: catalogueResolvers };

export { Product } from './product.entity';
export type { ProductPage } from './product.queries';
export { productLoader } from './product.loaders';
export { saveProducts, type ProductFacts } from './save-products';
