'use client';

import { DatePickerInput } from '@mantine/dates';
import { useState } from 'react';
import type { LocalDate } from '@/fmt';

interface Props {
  label: string;
  from: LocalDate | undefined;
  to: LocalDate | undefined;
  onChange: (range: { from: LocalDate | undefined; to: LocalDate | undefined }) => void;
  clearable?: boolean;
}

/** Two calendar days, both included. Reports when both are chosen, or when cleared. */
export function DateRangeField({ label, from, to, onChange, clearable = true }: Props) {
  const [open, setOpen] = useState<LocalDate | null>(null);
  return (
    <DatePickerInput
      type="range"
      label={label}
      valueFormat="DD.MM.YYYY"
      w={{ base: '100%', xs: 220 }}
      allowSingleDateInRange
      clearable={clearable}
      value={open === null ? [from ?? null, to ?? null] : [open, null]}
      onChange={([start, end]) => {
        if (start !== null && end === null) return setOpen(start);
        setOpen(null);
        onChange({ from: start ?? undefined, to: end ?? undefined });
      }}
    />
  );
}
