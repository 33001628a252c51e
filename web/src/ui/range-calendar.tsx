'use client';

import { DatePicker } from '@mantine/dates';
import { useState } from 'react';
import type { LocalDate } from '@/fmt';

interface Props {
  from: LocalDate | undefined;
  to: LocalDate | undefined;
  onChange: (range: { from: LocalDate; to: LocalDate }) => void;
}

/** A month to choose two days in; reports when the second one is chosen. */
export default function RangeCalendar({ from, to, onChange }: Props) {
  const [first, setFirst] = useState<LocalDate>();
  return (
    <DatePicker
      type="range"
      allowSingleDateInRange
      defaultDate={to}
      value={first === undefined ? [from ?? null, to ?? null] : [first, null]}
      onChange={([start, end]) => {
        if (start !== null && end !== null) return onChange({ from: start, to: end });
        setFirst(start ?? undefined);
      }}
    />
  );
}
