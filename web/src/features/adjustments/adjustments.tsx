'use client';

import { Button, SegmentedControl, Select } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useMay } from '@/features/viewer';
import { useFmt } from '@/fmt';
import {
  AdjustmentsDocument,
  type AdjustmentsQuery,
  type AdjustmentsQueryVariables,
} from '@/graphql/generated/graphql';
import type { Loaded } from '@/graphql/loaded';
import { useGraph } from '@/graphql/use-graph';
import { Link } from '@/i18n/navigation';
import { DateRangeField } from '@/ui/date-range-field';
import { NothingYet } from '@/ui/empty';
import { FilterBar } from '@/ui/filter-bar';
import { ListPage } from '@/ui/list-page';
import { useEnumLabel } from '@/ui/use-enum-label';
import { useFilters } from '@/ui/use-filters';
import { useUrlState } from '@/ui/url-state';
import { useAdjustmentColumns } from './columns';
import { adjustmentFilters, adjustmentsVariables, reasons, statuses, viewOf } from './variables';

/** Points given or taken by hand: first those that wait for a second pair of eyes, on request all of them. */
export function Adjustments({ first }: { first: Loaded<AdjustmentsQuery, AdjustmentsQueryVariables> }) {
  const t = useTranslations('adjustments');
  const { timeZone } = useFmt();
  const [params] = useUrlState();
  const variables = adjustmentsVariables(params, timeZone);
  const graph = useGraph(AdjustmentsDocument, variables, { first });
  const waiting = viewOf(params) === 'waiting';
  const mayLimit = useMay('points.limits');
  return (
    <ListPage
      name="adjustments"
      title={t('title')}
      actions={
        mayLimit && (
          <Button component={Link} href="/settings/adjustments" prefetch={false} variant="default">
            {t('limits')}
          </Button>
        )
      }
      columns={useAdjustmentColumns()}
      document={AdjustmentsDocument}
      variables={variables}
      graph={graph}
      pick={(data) => data.adjustments}
      filters={(clear) => <AdjustmentFilters onClear={clear} />}
      filterKeys={adjustmentFilters}
      nothingYet={
        <NothingYet
          title={waiting ? t('noneWaiting') : t('none')}
          hint={waiting ? t('noneWaitingHint') : t('noneHint')}
        />
      }
    />
  );
}

function AdjustmentFilters({ onClear }: { onClear: () => void }) {
  const t = useTranslations('adjustments');
  const fmt = useFmt();
  const [status, reason] = [useEnumLabel('adjustmentStatus'), useEnumLabel('adjustmentReason')];
  const { params, filter, chip, value } = useFilters();
  const view = viewOf(params);
  return (
    <>
      <SegmentedControl
        aria-label={t('view')}
        style={{ alignSelf: 'flex-start' }}
        value={view}
        onChange={(chosen) => filter({ view: chosen === 'all' ? 'all' : undefined, status: undefined })}
        data={[
          { value: 'waiting', label: t('waiting') },
          { value: 'all', label: t('all') },
        ]}
      />
      <FilterBar
        chips={[
          ...chip('status', t('status'), status),
          ...chip('reason', t('reason'), reason),
          ...chip('from', t('from'), fmt.date),
          ...chip('to', t('to'), fmt.date),
        ]}
        onClear={onClear}
      >
        {view === 'all' && (
          <Select
            label={t('status')}
            w={{ base: '100%', xs: 180 }}
            clearable
            data={statuses.map((code) => ({ value: code, label: status(code) }))}
            value={value('status') ?? null}
            onChange={(chosen) => filter({ status: chosen ?? undefined })}
          />
        )}
        <Select
          label={t('reason')}
          w={{ base: '100%', xs: 260 }}
          clearable
          data={reasons.map((code) => ({ value: code, label: reason(code) }))}
          value={value('reason') ?? null}
          onChange={(chosen) => filter({ reason: chosen ?? undefined })}
        />
        <DateRangeField label={t('days')} from={value('from')} to={value('to')} onChange={filter} />
      </FilterBar>
    </>
  );
}
