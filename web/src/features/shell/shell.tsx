'use client';

import { AppShell, Burger } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { RunningImport } from '@/features/imports';
import { Search, SearchButton } from '@/features/search';
import { RunningExport } from '@/features/segment-export';
import { Link } from '@/i18n/navigation';
import { AppearanceMenu } from './appearance-menu';
import { LanguageMenu } from './language-menu';
import { Navigation } from './navigation';
import { UserMenu } from './user-menu';
import classes from './shell.module.css';

/** Header, navigation and the place of the page. */
export function Shell({ children }: { children: ReactNode }) {
  const t = useTranslations('shell');
  const [opened, { toggle, close }] = useDisclosure();
  return (
    <AppShell
      header={{ height: 48 }}
      navbar={{ width: 200, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      padding={{ base: 'sm', sm: 'md' }}
    >
      <a href="#main" className="skip-link">
        {t('skip')}
      </a>
      <AppShell.Header className={classes.header}>
        <Burger
          opened={opened}
          onClick={toggle}
          hiddenFrom="sm"
          size="sm"
          aria-label={opened ? t('closeMenu') : t('openMenu')}
        />
        <Link href="/" className={classes.brand} prefetch={false}>
          Adal
        </Link>
        <div className={classes.grow} />
        <RunningImport />
        <RunningExport />
        <SearchButton />
        <LanguageMenu />
        <AppearanceMenu />
        <UserMenu />
      </AppShell.Header>
      <AppShell.Navbar aria-label={t('navigation')}>
        <Navigation onNavigate={close} />
      </AppShell.Navbar>
      <AppShell.Main id="main" tabIndex={-1}>
        {children}
      </AppShell.Main>
      <Search />
    </AppShell>
  );
}
