'use client';

import { Chip, Group } from '@mantine/core';
import type { Path } from '@/features/draft';
import { useEnumLabel } from '@/ui/use-enum-label';
import { useField } from './draft-context';

const weekdays = [1, 2, 3, 4, 5, 6, 7];

export function WeekdaysField({ path, label }: { path: Path; label: string }) {
  const print = useEnumLabel('weekday');
  const { texts, set, disabled } = useField(path);
  return (
    <Chips
      label={label}
      chosen={texts}
      options={weekdays.map((day) => ({ value: String(day), label: print(String(day)) }))}
      onChange={(days) => set(days.map(Number).sort())}
      disabled={disabled}
    />
  );
}

interface ChipsProps {
  label: string;
  chosen: string[];
  options: { value: string; label: string }[];
  onChange: (chosen: string[]) => void;
  disabled: boolean;
}

/** Some of a few words. */
export function Chips({ label, chosen, options, onChange, disabled }: ChipsProps) {
  return (
    <Chip.Group multiple value={chosen} onChange={onChange}>
      <Group gap={4} role="group" aria-label={label}>
        {options.map(({ value, label: name }) => (
          <Chip key={value} value={value} size="xs" radius="sm" variant="light" disabled={disabled}>
            {name}
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  );
}
