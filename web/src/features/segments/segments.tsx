'use client';

import { Button, Select } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useMay } from '@/features/viewer';
import { useFmt, useNow } from '@/fmt';
import {
  SegmentFoldersDocument,
  SegmentsDocument,
  type SegmentRowFragment,
  type SegmentsQuery,
  type SegmentsQueryVariables,
} from '@/graphql/generated/graphql';
import type { Loaded } from '@/graphql/loaded';
import { useGraph } from '@/graphql/use-graph';
import { Link } from '@/i18n/navigation';
import { NothingYet } from '@/ui/empty';
import { FilterBar } from '@/ui/filter-bar';
import { ListPage } from '@/ui/list-page';
import { SearchField } from '@/ui/search-field';
import type { Column } from '@/ui/table';
import { TextLink } from '@/ui/text-link';
import { useFilters } from '@/ui/use-filters';
import { useUrlState } from '@/ui/url-state';
import { segmentFilters, segmentKinds, segmentsVariables } from './variables';

/** Segments and groups, those changed last first. */
export function Segments({ first }: { first: Loaded<SegmentsQuery, SegmentsQueryVariables> }) {
  const t = useTranslations('segments');
  const [params] = useUrlState();
  const variables = segmentsVariables(params);
  const graph = useGraph(SegmentsDocument, variables, { first });
  const create = useMay('segments.write') && (
    <Button component={Link} href="/segments/new" prefetch={false} leftSection={<IconPlus size={16} aria-hidden />}>
      {t('create')}
    </Button>
  );
  return (
    <ListPage
      name="segments"
      title={t('title')}
      actions={
        <>
          <Button component={Link} href="/segments/overlap" prefetch={false} variant="default">
            {t('overlap')}
          </Button>
          {create}
        </>
      }
      columns={useSegmentColumns()}
      document={SegmentsDocument}
      variables={variables}
      graph={graph}
      pick={(data) => data.segments}
      filters={(clear) => <SegmentFilters onClear={clear} />}
      filterKeys={segmentFilters}
      nothingYet={<NothingYet title={t('none')} hint={t('noneHint')} action={create} />}
    />
  );
}

function SegmentFilters({ onClear }: { onClear: () => void }) {
  const t = useTranslations('segments');
  const { filter, chip, value } = useFilters();
  const { data } = useGraph(SegmentFoldersDocument, {});
  const kind = (code: string) => t(`kinds.${code as 'SEGMENT'}`);
  return (
    <FilterBar
      chips={[...chip('q', t('search')), ...chip('folder', t('folder')), ...chip('kind', t('kind'), kind)]}
      onClear={onClear}
    >
      <SearchField label={t('search')} value={value('q') ?? ''} onSearch={(q) => filter({ q })} />
      <Select
        label={t('folder')}
        w={{ base: '100%', xs: 200 }}
        clearable
        searchable
        data={data?.segmentFolders ?? []}
        value={value('folder') ?? null}
        onChange={(chosen) => filter({ folder: chosen ?? undefined })}
      />
      <Select
        label={t('kind')}
        w={{ base: '100%', xs: 160 }}
        clearable
        data={segmentKinds.map((code) => ({ value: code, label: kind(code) }))}
        value={value('kind') ?? null}
        onChange={(chosen) => filter({ kind: chosen ?? undefined })}
      />
    </FilterBar>
  );
}

function useSegmentColumns(): Column<SegmentRowFragment>[] {
  const t = useTranslations('segments');
  const fmt = useFmt();
  const now = useNow();
  return [
    {
      key: 'name',
      header: t('name'),
      cell: ({ id, name }) => <TextLink href={`/segments/${id}`}>{name}</TextLink>,
      csv: ({ name }) => name,
    },
    {
      key: 'kind',
      header: t('kind'),
      cell: ({ kind }) => t(`kinds.${kind}`),
      csv: ({ kind }) => kind,
    },
    {
      key: 'size',
      header: t('size'),
      numeric: true,
      cell: ({ size }) => fmt.number(size),
      csv: ({ size }) => String(size),
    },
    {
      key: 'refreshedAt',
      header: t('refreshedAt'),
      numeric: true,
      cell: ({ refreshedAt }) => (refreshedAt === null ? t('never') : fmt.relative(refreshedAt, now)),
      csv: ({ refreshedAt }) => refreshedAt ?? '',
    },
    { key: 'folder', header: t('folder'), cell: ({ folder }) => folder || '—', csv: ({ folder }) => folder },
    { key: 'owner', header: t('owner'), cell: ({ owner }) => owner, csv: ({ owner }) => owner },
    {
      key: 'expiresOn',
      header: t('expiresOn'),
      numeric: true,
      hidden: true,
      cell: ({ expiresOn }) => (expiresOn === null ? t('forEver') : fmt.date(expiresOn)),
      csv: ({ expiresOn }) => expiresOn ?? '',
    },
    {
      key: 'updatedAt',
      header: t('updatedAt'),
      numeric: true,
      cell: ({ updatedAt }) => fmt.dateTime(updatedAt),
      csv: ({ updatedAt }) => updatedAt,
    },
  ];
}
