'use client';

import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { DateTimePicker, TimePicker } from '@mantine/dates';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import { clockIn, instantAt } from '@/fmt/dates';
import { isList, isWithin, type Path } from '@/features/draft';
import { useDraft, useField, Word } from '@/features/sentence-rows';

interface FieldProps {
  path: Path;
  label: string;
}

/** A moment on the chain's clock; blank does not restrict. */
export function InstantField({ path, label, wide = false }: FieldProps & { wide?: boolean }) {
  const { timeZone } = useFmt();
  const t = useTranslations('definition.row');
  const { text, set, invalid, disabled } = useField(path);
  const clock = text === '' ? undefined : clockIn(timeZone, text);
  return (
    <DateTimePicker
      size={wide ? 'sm' : 'xs'}
      w={wide ? 200 : 190}
      {...(wide ? { label } : { 'aria-label': label })}
      placeholder={wide ? undefined : t('any1')}
      valueFormat="DD.MM.YYYY HH:mm"
      clearable
      value={clock === undefined ? null : `${clock.date} ${clock.time}`}
      onChange={(value) =>
        set(value === null ? null : instantAt(timeZone, value.slice(0, 10), value.slice(11, 16) || '00:00'))
      }
      error={invalid}
      disabled={disabled}
    />
  );
}

/** Hours of the day; a window may run past midnight. */
export function WindowsField({ path }: FieldProps) {
  const t = useTranslations('definition.row');
  const { faults } = useDraft();
  const { value, set, disabled } = useField(path);
  const windows = isList(value) ? value : [];
  const own = faults.filter((fault) => isWithin(fault.path, path));
  return (
    <Group gap={6} data-path={path} tabIndex={-1}>
      {windows.map((_, index) => (
        // Windows have no name of their own.
        <Group key={index} gap={4} wrap="nowrap">
          <ClockField path={`${path}.${index}.from`} label={t('from')} />
          <Word>–</Word>
          <ClockField path={`${path}.${index}.until`} label={t('to')} />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={26}
            aria-label={t('removeItem', { n: index + 1 })}
            onClick={() => set(windows.filter((__, other) => other !== index))}
            disabled={disabled}
          >
            <IconX size={14} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Button
        size="compact-xs"
        variant="subtle"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => set([...windows, { from: '10:00', until: '12:00' }])}
        disabled={disabled}
      >
        {t('addWindow')}
      </Button>
      {own.map((fault) => (
        <Text key={`${fault.path} ${fault.message}`} fz="xs" c="red" w="100%">
          {fault.message}
        </Text>
      ))}
    </Group>
  );
}

function ClockField({ path, label }: FieldProps) {
  const { text, set, invalid, disabled } = useField(path);
  return (
    <TimePicker
      size="xs"
      aria-label={label}
      hoursInputLabel={label}
      minutesInputLabel={label}
      value={text === '24:00' ? '00:00' : text}
      onChange={(next) => next !== '' && set(next.slice(0, 5))}
      error={invalid}
      disabled={disabled}
    />
  );
}
