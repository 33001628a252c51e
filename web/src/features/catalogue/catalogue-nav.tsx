'use client';

import { Button, Group } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { Link } from '@/i18n/navigation';

const parts = {
  products: '/catalogue',
  sets: '/catalogue/sets',
  complements: '/catalogue/complements',
  attributes: '/catalogue/attributes',
};

/** The way between the lists of the catalogue. */
export function CatalogueNav({ part }: { part: keyof typeof parts }) {
  const t = useTranslations('catalogue');
  return (
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
          {t(`parts.${name as keyof typeof parts}`)}
        </Button>
      ))}
    </Group>
  );
}
