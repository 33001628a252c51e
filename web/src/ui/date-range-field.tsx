'use client';

import { CloseButton, InputBase, Popover, Skeleton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useFmt, type LocalDate } from '@/fmt';

// The calendar is half the weight of a list page: loaded when somebody opens it.
const RangeCalendar = dynamic(() => import('./range-calendar'), { loading: () => <Skeleton h={250} w={230} /> });

interface Props {
  label: string;
  from: LocalDate | undefined;
  to: LocalDate | undefined;
  onChange: (range: { from: LocalDate | undefined; to: LocalDate | undefined }) => void;
  clearable?: boolean;
}

/** Two calendar days, both included. Reports when both are chosen, or when cleared. */
export function DateRangeField({ label, from, to, onChange, clearable = true }: Props) {
  const t = useTranslations('common');
  const fmt = useFmt();
  const [opened, { toggle, close }] = useDisclosure();
  const chosen = from !== undefined || to !== undefined;
  const printed = [from, to].map((day) => (day === undefined ? '…' : fmt.date(day))).join(' – ');
  return (
    <Popover opened={opened} onChange={close} position="bottom-start" trapFocus withRoles>
      <Popover.Target>
        <InputBase
          component="button"
          type="button"
          pointer
          label={label}
          w={{ base: '100%', xs: 220 }}
          onClick={toggle}
          rightSectionPointerEvents="all"
          rightSection={
            clearable && chosen ? (
              <CloseButton
                size="sm"
                aria-label={t('clear', { label })}
                onClick={() => onChange({ from: undefined, to: undefined })}
              />
            ) : undefined
          }
        >
          {chosen && printed}
        </InputBase>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <RangeCalendar
          from={from}
          to={to}
          onChange={(range) => {
            onChange(range);
            close();
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
