'use client';

import { DateInput } from '@mantine/dates';
import type { Path } from '@/features/draft';
import { useField } from '@/features/sentence-rows';

/** A calendar day in a sentence. */
export function DayField({ path, label }: { path: Path; label: string }) {
  const { text, set, invalid, disabled } = useField(path);
  return (
    <DateInput
      size="xs"
      w={125}
      aria-label={label}
      valueFormat="DD.MM.YYYY"
      value={text === '' ? null : text}
      onChange={(day) => set(day)}
      error={invalid}
      disabled={disabled}
    />
  );
}
