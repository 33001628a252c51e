'use client';

import { Button, Checkbox, Group, Select } from '@mantine/core';
import { IconCalendar, IconPlus } from '@tabler/icons-react';
import { useLocale, useTranslations } from 'next-intl';
import { useMay } from '@/features/viewer';
import { useFmt } from '@/fmt';
import {
  PromotionsDocument,
  type PromotionRowFragment,
  type PromotionsQuery,
  type PromotionsQueryVariables,
} from '@/graphql/generated/graphql';
import type { Loaded } from '@/graphql/loaded';
import { useGraph } from '@/graphql/use-graph';
import { Link } from '@/i18n/navigation';
import { NothingYet } from '@/ui/empty';
import { FilterBar } from '@/ui/filter-bar';
import { ListPage } from '@/ui/list-page';
import { SearchField } from '@/ui/search-field';
import { StatusBadge } from '@/ui/status-badge';
import type { Column } from '@/ui/table';
import { TextLink } from '@/ui/text-link';
import { useEnumLabel } from '@/ui/use-enum-label';
import { useFilters } from '@/ui/use-filters';
import { useUrlState } from '@/ui/url-state';
import { promotionFilters, promotionSorts, promotionsVariables } from './variables';

const statuses = ['DRAFT', 'SCHEDULED', 'RUNNING', 'PAUSED', 'ENDED'];
const families = ['ATTRACT', 'BRING_BACK', 'PROMOTE', 'RAISE_RECEIPT'] as const;

/** What the chain offers; what was put away only when asked for. */
export function Promotions({ first }: { first: Loaded<PromotionsQuery, PromotionsQueryVariables> }) {
  const t = useTranslations('promotions');
  const [params] = useUrlState();
  const variables = promotionsVariables(params, useLocale());
  const graph = useGraph(PromotionsDocument, variables, { first });
  const create = useMay('promotions.write') && (
    <Button component={Link} href="/promotions/new" prefetch={false} leftSection={<IconPlus size={16} aria-hidden />}>
      {t('create')}
    </Button>
  );
  return (
    <ListPage
      name="promotions"
      title={t('title')}
      actions={
        <Group gap="xs">
          <Button
            component={Link}
            href="/promotions/calendar"
            prefetch={false}
            variant="default"
            leftSection={<IconCalendar size={16} aria-hidden />}
          >
            {t('calendar')}
          </Button>
          {create}
        </Group>
      }
      columns={usePromotionColumns()}
      document={PromotionsDocument}
      variables={variables}
      graph={graph}
      pick={(data) => data.promotions}
      filters={(clear) => <PromotionFilters onClear={clear} />}
      filterKeys={promotionFilters}
      nothingYet={<NothingYet title={t('none')} hint={t('noneHint')} action={create} />}
    />
  );
}

function PromotionFilters({ onClear }: { onClear: () => void }) {
  const t = useTranslations('promotions');
  const status = useEnumLabel('promotionStatus');
  const tFamily = useTranslations('gallery');
  const family = (code: string) => tFamily(`families.${code as (typeof families)[number]}`);
  const sort = useEnumLabel('promotionSort');
  const { filter, chip, value } = useFilters();
  const chips = [
    ...chip('q', t('search')),
    ...chip('status', t('status'), status),
    ...chip('family', tFamily('family'), family),
    ...chip('archived', t('archived'), () => t('yes')),
  ];
  return (
    <FilterBar chips={chips} onClear={onClear}>
      <SearchField label={t('search')} value={value('q') ?? ''} onSearch={(q) => filter({ q })} />
      <Select
        label={t('status')}
        w={{ base: '100%', xs: 180 }}
        clearable
        data={statuses.map((code) => ({ value: code, label: status(code) }))}
        value={value('status') ?? null}
        onChange={(chosen) => filter({ status: chosen ?? undefined })}
      />
      <Select
        label={tFamily('family')}
        w={{ base: '100%', xs: 200 }}
        clearable
        data={families.map((code) => ({ value: code, label: family(code) }))}
        value={value('family') ?? null}
        onChange={(chosen) => filter({ family: chosen ?? undefined })}
      />
      <Select
        label={t('sort')}
        w={{ base: '100%', xs: 200 }}
        allowDeselect={false}
        data={promotionSorts.map((code) => ({ value: code, label: sort(code) }))}
        value={value('sort') ?? 'CHANGED'}
        onChange={(chosen) => filter({ sort: chosen === 'CHANGED' ? undefined : (chosen ?? undefined) })}
      />
      <Checkbox
        label={t('archived')}
        mb={8}
        checked={value('archived') !== undefined}
        onChange={(event) => filter({ archived: event.currentTarget.checked ? '1' : undefined })}
      />
    </FilterBar>
  );
}

function usePromotionColumns(): Column<PromotionRowFragment>[] {
  const t = useTranslations('promotions');
  const fmt = useFmt();
  const date = (at: string | null) => (at === null ? '…' : fmt.date(at));
  return [
    {
      key: 'name',
      header: t('name'),
      cell: ({ id, name }) => <TextLink href={`/promotions/${id}`}>{name}</TextLink>,
      csv: ({ name }) => name,
    },
    {
      key: 'status',
      header: t('status'),
      cell: ({ status }) => <StatusBadge kind="promotionStatus" status={status} />,
      csv: ({ status }) => status,
    },
    { key: 'summary', header: t('gives'), cell: ({ summary }) => summary, csv: ({ summary }) => summary },
    {
      key: 'runs',
      header: t('runs'),
      cell: ({ startsAt, endsAt }) =>
        startsAt === null && endsAt === null ? '—' : `${date(startsAt)} – ${date(endsAt)}`,
      csv: ({ startsAt, endsAt }) => `${startsAt ?? ''} – ${endsAt ?? ''}`,
    },
    { key: 'version', header: t('version'), numeric: true, hidden: true, cell: ({ version }) => version },
    {
      key: 'updatedAt',
      header: t('updatedAt'),
      numeric: true,
      cell: ({ updatedAt }) => fmt.dateTime(updatedAt),
      csv: ({ updatedAt }) => updatedAt,
    },
  ];
}
