'use client';

import { useTranslations } from 'next-intl';
import { CatalogueDocument, type CatalogueQuery, type CatalogueQueryVariables } from '@/graphql/generated/graphql';
import type { Loaded } from '@/graphql/loaded';
import { useGraph } from '@/graphql/use-graph';
import { NothingYet } from '@/ui/empty';
import { ListPage } from '@/ui/list-page';
import { useUrlState } from '@/ui/url-state';
import { CatalogueFilters } from './catalogue-filters';
import { CatalogueNav } from './catalogue-nav';
import { CategoryTree } from './category-tree';
import { useProductColumns } from './columns';
import { useCatalogueFilters } from './use-catalogue-filters';
import { catalogueFilters, catalogueVariables } from './variables';

/** What the chain sells: the tree of categories beside the products. */
export function Catalogue({ first }: { first: Loaded<CatalogueQuery, CatalogueQueryVariables> }) {
  const t = useTranslations('catalogue');
  const [params] = useUrlState();
  const variables = catalogueVariables(params);
  const graph = useGraph(CatalogueDocument, variables, { first });
  const options = useCatalogueFilters();
  const refetch = () => {
    options.refetch();
    graph.refetch();
  };
  return (
    <ListPage
      name="products"
      title={t('title')}
      columns={useProductColumns()}
      document={CatalogueDocument}
      variables={variables}
      graph={graph}
      pick={(data) => data.products}
      filters={(clear) => (
        <>
          <CatalogueNav part="products" />
          <CatalogueFilters options={options.data} onClear={clear} />
        </>
      )}
      filterKeys={catalogueFilters}
      aside={<CategoryTree options={options} onMoved={refetch} />}
      nothingYet={<NothingYet title={t('none')} hint={t('noneHint')} />}
    />
  );
}
