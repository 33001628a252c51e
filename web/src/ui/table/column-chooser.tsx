'use client';

import { ActionIcon, Checkbox, Popover, Stack } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconColumns3 } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { Column } from './column';

/** The columns a person chose to see, remembered in the browser. The first column always stays. */
export function useChosenColumns<Row>(table: string, columns: Column<Row>[]) {
  const [hidden, setHidden] = useLocalStorage<string[]>({
    key: `adal.columns.${table}`,
    defaultValue: columns.filter((column) => column.hidden).map((column) => column.key),
  });
  const chosen = columns.filter((column, index) => index === 0 || !hidden.includes(column.key));
  const toggle = (key: string, show: boolean) =>
    setHidden((before) => (show ? before.filter((one) => one !== key) : [...before, key]));
  return { chosen, hidden, toggle };
}

interface Props<Row> {
  columns: Column<Row>[];
  hidden: string[];
  toggle: (key: string, show: boolean) => void;
}

export function ColumnChooser<Row>({ columns, hidden, toggle }: Props<Row>) {
  const t = useTranslations('table');
  return (
    <Popover position="bottom-end" trapFocus withRoles>
      <Popover.Target>
        <ActionIcon variant="default" size="lg" aria-label={t('columns')}>
          <IconColumns3 size={18} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('columns')}>
        <Stack gap="xs">
          {columns.slice(1).map(({ key, header }) => (
            <Checkbox
              key={key}
              label={header}
              checked={!hidden.includes(key)}
              onChange={(event) => toggle(key, event.currentTarget.checked)}
            />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
