export { Catalogue } from './catalogue';
export { CatalogueNav } from './catalogue-nav';
export { productHref } from './columns';
export { useCatalogueFilters } from './use-catalogue-filters';
