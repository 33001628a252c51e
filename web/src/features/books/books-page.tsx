'use client';

import { Button, Group } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Link } from '@/i18n/navigation';
import { Page } from '@/ui/page';

const parts = {
  trialBalance: '/books',
  liability: '/books/liability',
  breakage: '/books/breakage',
  check: '/books/check',
};

/** One of the pages of the books, with the way to the others. */
export function BooksPage({ part, children }: { part: keyof typeof parts; children: ReactNode }) {
  const t = useTranslations('books');
  return (
    <Page title={t(`${part}.title`)}>
      <Group gap={4} component="nav" aria-label={t('title')}>
        {Object.entries(parts).map(([name, href]) => (
          <Button
            key={name}
            component={Link}
            href={href}
            prefetch={false}
            size="compact-sm"
            variant={name === part ? 'filled' : 'default'}
            aria-current={name === part ? 'page' : undefined}
          >
            {t(`${name as keyof typeof parts}.title`)}
          </Button>
        ))}
      </Group>
      {children}
    </Page>
  );
}
