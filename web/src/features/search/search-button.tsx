'use client';

import { ActionIcon, Button, Kbd } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { searchDialog } from './store';

/** Opens the search; a wide field where there is room, an icon where there is not. */
export function SearchButton() {
  const t = useTranslations('search');
  return (
    <>
      <Button
        variant="default"
        size="compact-md"
        visibleFrom="sm"
        w={240}
        fw={400}
        styles={{ label: { flex: 1, textAlign: 'start' } }}
        c="dimmed"
        leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
        rightSection={<Kbd size="xs">Ctrl K</Kbd>}
        onClick={searchDialog.open}
      >
        {t('open')}
      </Button>
      <ActionIcon
        hiddenFrom="sm"
        variant="subtle"
        color="gray"
        size={32}
        aria-label={t('open')}
        onClick={searchDialog.open}
      >
        <IconSearch size={18} stroke={1.6} aria-hidden />
      </ActionIcon>
    </>
  );
}
