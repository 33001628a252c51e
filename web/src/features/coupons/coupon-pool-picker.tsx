'use client';

import { Select, type SelectProps } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { CouponPoolsDocument } from '@/graphql/generated/graphql';
import { useGraph } from '@/graphql/use-graph';

interface Props extends Pick<SelectProps, 'label' | 'description' | 'error' | 'disabled' | 'required' | 'w'> {
  /** Id of the pool. */
  value: string | null;
  onChange: (poolId: string | null) => void;
  /** Kinds to choose from; all when absent. Receipts issue PRINTED and PERSONAL ones. */
  kinds?: readonly string[];
}

const shown = 500;

/** Chooses one of the open pools by its name. */
export function CouponPoolPicker({ value, onChange, kinds, ...field }: Props) {
  const t = useTranslations('coupons');
  const graph = useGraph(CouponPoolsDocument, { first: shown, status: 'OPEN' });
  const pools = graph.data?.couponPools.edges.map(({ node }) => node) ?? [];
  const data = pools
    .filter(({ kind }) => kinds === undefined || kinds.includes(kind))
    .map(({ id, name }) => ({ value: id, label: name }));
  // A pool that was closed meanwhile stays chosen until somebody chooses another.
  const known = value === null || value === '' || data.some((one) => one.value === value);
  return (
    <Select
      label={t('pool')}
      {...field}
      searchable
      nothingFoundMessage={t('noPool')}
      data={known ? data : [...data, { value, label: value }]}
      value={value}
      onChange={onChange}
    />
  );
}
