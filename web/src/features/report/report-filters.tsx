'use client';

import { Select } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useMay } from '@/features/viewer';
import { useFmt } from '@/fmt';
import { FilterBar } from '@/ui/filter-bar';
import { blank } from '@/ui/params';
import { useUrlState } from '@/ui/url-state';
import { useEnumLabel } from '@/ui/use-enum-label';
import { DimensionField } from './dimension-field';
import { PeriodField } from './period-field';
import { useChips } from './use-chips';
import { comparisonOf, comparisonWords, narrowing, type Definition, type ReportView } from './view';
import { useSegmentOptions } from './use-segment-options';

const comparedByDefault = 'previous';

/** All that a report is asked by; the address holds it. */
export function ReportFilters({ definition, view }: { definition: Definition; view: ReportView }) {
  const t = useTranslations('report');
  const [params, change] = useUrlState();
  const chips = useChips(view);
  const more = definition.filters.length > 0 && (
    <>
      {definition.filters.map((dimension) => (
        <DimensionField
          key={dimension}
          dimension={dimension}
          values={view.filters.find((filter) => filter.dimension === dimension)?.values ?? []}
        />
      ))}
    </>
  );
  return (
    <FilterBar
      chips={chips}
      onClear={() => change(blank(narrowing(definition)))}
      {...(more !== false && { more, moreSet: view.filters.length > 0 })}
    >
      <PeriodField period={view.period} />
      {definition.comparable && (
        <Select
          label={t('compare')}
          w={{ base: '100%', xs: 190 }}
          allowDeselect={false}
          data={comparisonWords.map((value) => ({ value, label: t(`comparisons.${value}`) }))}
          value={comparisonOf(params)}
          onChange={(word) => change({ compare: word === comparedByDefault ? undefined : (word ?? undefined) })}
        />
      )}
      <Steps definition={definition} view={view} />
      <SegmentField value={view.segmentId} />
    </FilterBar>
  );
}

const whole = 'whole';

/** How its rows are cut: along the time, by a dimension, by how long ago members bought. */
function Steps({ definition: { grains, cuts, windowDays }, view }: { definition: Definition; view: ReportView }) {
  const t = useTranslations('report');
  const fmt = useFmt();
  const [grainName, dimensionName] = [useEnumLabel('grain'), useEnumLabel('dimension')];
  const [, change] = useUrlState();
  const cut = view.by !== undefined;
  return (
    <>
      {cuts.length > 0 && (
        <Select
          label={t('by')}
          w={{ base: '100%', xs: 150 }}
          clearable
          placeholder={t('uncut')}
          data={cuts.map((value) => ({ value, label: dimensionName(value) }))}
          value={view.by ?? null}
          onChange={(by) => change({ by: by ?? undefined })}
        />
      )}
      {grains.length > 1 && (
        <Select
          label={t('grain')}
          w={{ base: '100%', xs: 140 }}
          allowDeselect={false}
          data={[
            ...(cut ? [{ value: whole, label: t('whole') }] : []),
            ...grains.map((value) => ({ value, label: grainName(value) })),
          ]}
          value={view.grain ?? whole}
          onChange={(grain) => change({ grain: grain === whole ? undefined : (grain ?? undefined) })}
        />
      )}
      {windowDays.length > 1 && (
        <Select
          label={t('window')}
          w={{ base: '100%', xs: 140 }}
          allowDeselect={false}
          data={windowDays.map((days) => ({
            value: String(days),
            label: t('windowDays', { count: days, n: fmt.number(days) }),
          }))}
          value={String(view.windowDays)}
          onChange={(days) => change({ window: days ?? undefined })}
        />
      )}
    </>
  );
}

/** Whose facts count. */
export function SegmentField({ value }: { value: string | undefined }) {
  const t = useTranslations('report');
  const [, change] = useUrlState();
  const may = useMay('segments.read');
  const [typed, setTyped] = useState('');
  const options = useSegmentOptions(value, typed);
  if (!may) return null;
  return (
    <Select
      label={t('segment')}
      w={{ base: '100%', xs: 220 }}
      searchable
      clearable
      placeholder={t('everybody')}
      nothingFoundMessage={t('noSegment')}
      searchValue={typed}
      onSearchChange={setTyped}
      limit={100}
      data={options}
      value={value ?? null}
      onChange={(segment) => change({ segment: segment ?? undefined, definition: undefined })}
    />
  );
}
