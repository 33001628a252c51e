'use client';

import { useTranslations } from 'next-intl';
import type { FilterChip } from '@/ui/filter-bar';
import { useUrlState } from '@/ui/url-state';
import { useEnumLabel } from '@/ui/use-enum-label';
import { usePrint } from './use-print';
import { useSegmentOptions } from './use-segment-options';
import type { ReportView } from './view';

type Narrowed = Pick<ReportView, 'filters' | 'segmentId'> & Partial<Pick<ReportView, 'definition'>>;

/** What a report is narrowed to, in words: each with its way out. */
export function useChips({ filters, segmentId, definition }: Narrowed): FilterChip[] {
  const t = useTranslations('report');
  const [, change] = useUrlState();
  const dimensionName = useEnumLabel('dimension');
  const valueName = useFilterValue();
  const segments = useSegmentOptions(segmentId);
  const chip = (key: string, name: string, value: string): FilterChip => ({
    label: `${name}: ${value}`,
    onRemove: () => change({ [key]: undefined }),
  });
  const segment = segments.find(({ value }) => value === segmentId)?.label;
  return [
    ...filters.map(({ dimension, values }) =>
      chip(dimension, dimensionName(dimension), values.map((value) => valueName(dimension, value)).join(', ')),
    ),
    ...(segmentId === undefined ? [] : [chip('segment', t('segment'), segment ?? segmentId)]),
    ...(segmentId === undefined && definition !== undefined ? [chip('definition', t('segment'), t('unsaved'))] : []),
  ];
}

function useFilterValue(): (dimension: string, value: string) => string {
  const print = usePrint();
  const t = useTranslations('metrics');
  return (dimension, value) =>
    dimension === 'identified' && value !== ''
      ? t(value === 'true' ? 'identified' : 'anonymous')
      : print.text(dimension === 'store' ? 'STORE' : 'TEXT', value);
}
