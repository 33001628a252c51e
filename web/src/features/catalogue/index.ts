export { Catalogue } from './catalogue';
export { CatalogueNav } from './catalogue-nav';
export { productHref } from './columns';
