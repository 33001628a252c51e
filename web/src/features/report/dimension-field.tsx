'use client';

import { MultiSelect, TagsInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useUrlState } from '@/ui/url-state';
import { useEnumLabel } from '@/ui/use-enum-label';
import { useDimensionOptions } from './use-dimension';
import { filterPatch } from './view';

// The search of a select takes '' for nothing chosen.
const unknown = '?';

const shownMax = 200;

/** The values of a dimension that a report is narrowed to. */
export function DimensionField({ dimension, values }: { dimension: string; values: string[] }) {
  const t = useTranslations('report');
  const label = useEnumLabel('dimension')(dimension);
  const [, change] = useUrlState();
  const options = useDimensionOptions(dimension);
  const field = {
    label,
    w: { base: '100%', xs: 240 },
    clearable: true,
    value: values.map((value) => value || unknown),
    onChange: (chosen: string[]) =>
      change(filterPatch({ dimension, values: chosen.map((one) => (one === unknown ? '' : one)) })),
  };
  if (options === undefined) return <TagsInput {...field} />;
  const known = new Set(options.map(({ value }) => value));
  return (
    <MultiSelect
      {...field}
      searchable
      limit={shownMax}
      data={[
        ...options,
        // What the address names and no list knows is kept.
        ...values.filter((value) => value !== '' && !known.has(value)).map((value) => ({ value, label: value })),
        ...(dimension === 'identified' ? [] : [{ value: unknown, label: t('unknown') }]),
      ]}
    />
  );
}
