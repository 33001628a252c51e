'use client';

import { Button, Group, Pill } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import classes from './filter-bar.module.css';

export interface FilterChip {
  /** The filter in words: "City: Almaty". */
  label: string;
  onRemove: () => void;
}

interface Props {
  children: ReactNode;
  /** Filters that are needed less often: opened on demand, and when one of them is set. */
  more?: ReactNode;
  moreSet?: boolean;
  chips: FilterChip[];
  onClear: () => void;
}

/** The filters of a table, and those that are set in words, each with its way out. On a phone they open on demand. */
export function FilterBar({ children, more, moreSet = false, chips, onClear }: Props) {
  const t = useTranslations('table');
  const [opened, { toggle }] = useDisclosure();
  const [moreOpened, { toggle: toggleMore }] = useDisclosure(moreSet);
  return (
    <>
      <Button
        hiddenFrom="xs"
        variant="default"
        aria-expanded={opened}
        leftSection={<IconAdjustmentsHorizontal size={16} aria-hidden />}
        onClick={toggle}
      >
        {t('filters')}
      </Button>
      <Group gap="xs" align="flex-end" className={classes.filters} data-opened={opened || undefined}>
        {children}
        {more !== undefined && (
          <Button variant="subtle" aria-expanded={moreOpened} onClick={toggleMore}>
            {moreOpened ? t('fewerFilters') : t('moreFilters')}
          </Button>
        )}
        {moreOpened && more}
      </Group>
      {chips.length > 0 && (
        <Group gap="xs">
          {chips.map(({ label, onRemove }) => (
            <Pill
              key={label}
              size="md"
              withRemoveButton
              onRemove={onRemove}
              removeButtonProps={{
                'aria-label': t('removeFilter', { filter: label }),
                'aria-hidden': false,
                tabIndex: 0,
              }}
            >
              {label}
            </Pill>
          ))}
          <Button variant="subtle" size="compact-xs" onClick={onClear}>
            {t('clearFilters')}
          </Button>
        </Group>
      )}
    </>
  );
}
