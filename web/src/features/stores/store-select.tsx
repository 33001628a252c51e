'use client';

import { Select } from '@mantine/core';
import { useStoreOptions } from './use-store-options';

interface Props {
  label: string;
  value: string | undefined;
  onChange: (storeId: string | undefined) => void;
}

/** One store, or any. */
export function StoreSelect({ label, value, onChange }: Props) {
  return (
    <Select
      label={label}
      w={{ base: '100%', xs: 220 }}
      searchable
      clearable
      data={useStoreOptions()}
      value={value ?? null}
      onChange={(storeId) => onChange(storeId ?? undefined)}
    />
  );
}
