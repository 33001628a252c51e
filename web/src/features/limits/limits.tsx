'use client';

import { Select, Switch } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { LimitsDocument, type LimitsQuery, type LimitsQueryVariables } from '@/graphql/generated/graphql';
import type { Loaded } from '@/graphql/loaded';
import { useGraph } from '@/graphql/use-graph';
import { NothingYet } from '@/ui/empty';
import { FilterBar } from '@/ui/filter-bar';
import { ListPage } from '@/ui/list-page';
import { SearchField } from '@/ui/search-field';
import { useEnumLabel } from '@/ui/use-enum-label';
import { useFilters } from '@/ui/use-filters';
import { useUrlState } from '@/ui/url-state';
import { useLimitColumns } from './columns';
import { limitFilters, limitKinds, limitsVariables } from './variables';

/** What is being used up: coupons, budgets and caps, the fullest first. */
export function Limits({ first }: { first: Loaded<LimitsQuery, LimitsQueryVariables> }) {
  const t = useTranslations('limits');
  const [params] = useUrlState();
  const variables = limitsVariables(params);
  const graph = useGraph(LimitsDocument, variables, { first });
  return (
    <ListPage
      name="limits"
      title={t('title')}
      columns={useLimitColumns()}
      document={LimitsDocument}
      variables={variables}
      graph={graph}
      pick={(data) => data.limits}
      filters={(clear) => <LimitFilters onClear={clear} />}
      filterKeys={limitFilters}
      nothingYet={<NothingYet title={t('none')} hint={t('noneHint')} />}
    />
  );
}

function LimitFilters({ onClear }: { onClear: () => void }) {
  const t = useTranslations('limits');
  const kind = useEnumLabel('limitKind');
  const { filter, chip, value } = useFilters();
  const states = [
    { value: 'exhausted', label: t('stateExhausted') },
    { value: 'open', label: t('stateOpen') },
  ];
  return (
    <FilterBar
      chips={[
        ...chip('q', t('search')),
        ...chip('kind', t('kind'), kind),
        ...chip('promotion', t('promotion')),
        ...chip('state', t('state'), (state) => states.find((one) => one.value === state)?.label ?? state),
        ...chip('ended', t('ended'), () => t('yes')),
      ]}
      onClear={onClear}
    >
      <SearchField label={t('search')} value={value('q') ?? ''} onSearch={(q) => filter({ q })} />
      <Select
        label={t('kind')}
        w={{ base: '100%', xs: 220 }}
        clearable
        data={limitKinds.map((code) => ({ value: code, label: kind(code) }))}
        value={value('kind') ?? null}
        onChange={(chosen) => filter({ kind: chosen ?? undefined })}
      />
      <Select
        label={t('state')}
        w={{ base: '100%', xs: 180 }}
        clearable
        data={states}
        value={value('state') ?? null}
        onChange={(chosen) => filter({ state: chosen ?? undefined })}
      />
      <Switch
        label={t('ended')}
        mb={8}
        checked={value('ended') === 'yes'}
        onChange={(event) => filter({ ended: event.currentTarget.checked ? 'yes' : undefined })}
      />
    </FilterBar>
  );
}
