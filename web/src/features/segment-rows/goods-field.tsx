'use client';

import { Button, Group, Popover, Select, Stack, Text } from '@mantine/core';
import { IconPackage } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { isObject, type Json, type Path } from '@/features/draft';
import { goodsSlots } from '@/features/segment-definition';
import { useField, WeekdaysField, Word } from '@/features/sentence-rows';
import classes from '@/features/sentence-rows/rows.module.css';
import { PlainGap } from './plain-gap';
import { useSayGoods } from './use-say';

interface Props {
  path: Path;
  label: string;
}

/** Which purchases, in words; opened, everything they may be narrowed to. */
export function GoodsField({ path, label }: Props) {
  const { value, invalid, disabled } = useField(path);
  const said = useSayGoods()(isObject(value) ? value : {});
  return (
    <Popover width="min(32rem, calc(100vw - 2rem))" position="bottom-start" shadow="md" trapFocus returnFocus withRoles>
      <Popover.Target>
        <Button
          size="xs"
          variant="light"
          className={classes.goods}
          color={invalid ? 'red' : undefined}
          aria-label={`${label}: ${said}`}
          leftSection={<IconPackage size={14} aria-hidden />}
          disabled={disabled}
        >
          {said}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <GoodsForm path={path} />
      </Popover.Dropdown>
    </Popover>
  );
}

function GoodsForm({ path }: { path: Path }) {
  const t = useTranslations('segmentRows');
  return (
    <Stack gap="xs">
      <Text fz="sm" c="dimmed">
        {t('row.goodsHelp')}
      </Text>
      {Object.entries(goodsSlots).map(([name, slot]) => (
        <Stack key={name} gap={2}>
          <Text fz="xs">{t(`slots.${name as 'brands'}`)}</Text>
          <PlainGap path={path} name={name} slot={slot} canBeBlank />
        </Stack>
      ))}
      <Text fz="xs">{t('slots.weekdays')}</Text>
      <WeekdaysField path={`${path}.weekdays`} label={t('slots.weekdays')} />
      <HoursField path={`${path}.hours`} label={t('slots.hours')} />
    </Stack>
  );
}

const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** Full hours of the store's clock, both inside; none chosen is any. */
function HoursField({ path, label }: Props) {
  const t = useTranslations('segmentRows');
  const { value, set, disabled } = useField(path);
  const chosen = isObject(value) ? value : undefined;
  const put = (key: 'from' | 'to', hour: string | null): void =>
    set(hour === null ? null : { from: 0, to: 23, ...chosen, [key]: Number(hour) });
  const field = (key: 'from' | 'to', print: (hour: number) => string) => (
    <Select
      size="xs"
      w={100}
      aria-label={`${label}: ${t(`row.${key}`)}`}
      placeholder={t('choices.ANY')}
      clearable
      data={hours.map((hour) => ({ value: String(hour), label: print(hour) }))}
      value={hourOf(chosen?.[key])}
      onChange={(hour) => put(key, hour)}
      comboboxProps={{ withinPortal: false }}
      disabled={disabled}
    />
  );
  return (
    <Stack gap={2}>
      <Text fz="xs">{label}</Text>
      <Group gap={6}>
        {field('from', (hour) => clock(hour, '00'))}
        <Word>–</Word>
        {field('to', (hour) => clock(hour, '59'))}
      </Group>
    </Stack>
  );
}

const hourOf = (hour: Json | undefined): string | null => (typeof hour === 'number' ? String(hour) : null);
const clock = (hour: number, minutes: string): string => `${String(hour).padStart(2, '0')}:${minutes}`;
