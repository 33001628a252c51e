import { readSdl } from '@adal/service';
import { catalogueResolvers } from './catalogue.resolvers';

/** What the chain sells: products and their history. */
export const catalogue = { typeDefs: readSdl(__dirname, 'catalogue.graphql'), resolvers: catalogueResolvers };

export { productsBackfill } from './backfill-products';
export { Product, ProductPast, ProductWord } from './product.entity';
export { ProductAttribute, type AttributeType } from './product-attribute.entity';
export { attributesOnce, listAttributes } from './product-attribute.queries';
export { booleanOf, printAttribute, readAttribute, type Declaration, type StoredValue } from './attribute-value.rules';
export type { KnownProduct } from './former-products.queries';
export { escapeLike, type ProductPage } from './product.queries';
export { productLoader } from './product.loaders';
export { CHANGED, productsChanged, type ChangedProduct } from './products-changed';
export { saveProducts, type ProductFacts } from './save-products';
