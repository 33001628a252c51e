'use client';

import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useMay } from '@/features/viewer';
import { useFmt } from '@/fmt';
import {
  MemberListsDocument,
  type MemberListRowFragment,
  type MemberListsQuery,
  type MemberListsQueryVariables,
} from '@/graphql/generated/graphql';
import type { Loaded } from '@/graphql/loaded';
import { useGraph } from '@/graphql/use-graph';
import { NothingYet } from '@/ui/empty';
import { FilterBar } from '@/ui/filter-bar';
import { ListPage } from '@/ui/list-page';
import { SearchField } from '@/ui/search-field';
import type { Column } from '@/ui/table';
import { TextLink } from '@/ui/text-link';
import { useFilters } from '@/ui/use-filters';
import { useUrlState } from '@/ui/url-state';
import { listFilters, listsVariables } from './variables';

const NameList = dynamic(async () => (await import('./name-list')).NameList);

/** Members under one name, for promotions to ask for. */
export function MemberLists({ first }: { first: Loaded<MemberListsQuery, MemberListsQueryVariables> }) {
  const t = useTranslations('memberLists');
  const [params] = useUrlState();
  const variables = listsVariables(params);
  const graph = useGraph(MemberListsDocument, variables, { first });
  const { filter, chip, value } = useFilters();
  const [naming, name] = useDisclosure();
  const create = useMay('promotions.write') && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={name.open}>
      {t('create')}
    </Button>
  );
  return (
    <>
      <ListPage
        name="member-lists"
        title={t('title')}
        actions={create}
        columns={useListColumns()}
        document={MemberListsDocument}
        variables={variables}
        graph={graph}
        pick={(data) => data.memberLists}
        filters={(clear) => (
          <FilterBar chips={chip('q', t('search'))} onClear={clear}>
            <SearchField label={t('search')} value={value('q') ?? ''} onSearch={(q) => filter({ q })} />
          </FilterBar>
        )}
        filterKeys={listFilters}
        nothingYet={<NothingYet title={t('none')} hint={t('noneHint')} action={create} />}
      />
      {naming && <NameList onClose={name.close} />}
    </>
  );
}

function useListColumns(): Column<MemberListRowFragment>[] {
  const t = useTranslations('memberLists');
  const fmt = useFmt();
  return [
    {
      key: 'name',
      header: t('name'),
      wrap: true,
      cell: ({ id, name }) => <TextLink href={`/member-lists/${id}`}>{name}</TextLink>,
      csv: ({ name }) => name,
    },
    {
      key: 'size',
      header: t('size'),
      numeric: true,
      cell: ({ size }) => fmt.number(size),
      csv: ({ size }) => String(size),
    },
    {
      key: 'createdAt',
      header: t('createdAt'),
      numeric: true,
      secondary: true,
      cell: ({ createdAt }) => fmt.dateTime(createdAt),
      csv: ({ createdAt }) => createdAt,
    },
    {
      key: 'updatedAt',
      header: t('updatedAt'),
      numeric: true,
      secondary: true,
      cell: ({ updatedAt }) => fmt.dateTime(updatedAt),
      csv: ({ updatedAt }) => updatedAt,
    },
  ];
}
