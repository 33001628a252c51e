'use client';

import { Skeleton } from '@mantine/core';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { Page } from '@/ui/page';

// Templates are definitions of the engine, which comes with them.
const Templates = dynamic(async () => (await import('./gallery')).Gallery, { ssr: false, loading: () => <Awaited /> });

/** The templates a new promotion may begin as. */
export function PromotionGallery() {
  return <Templates />;
}

function Awaited() {
  const t = useTranslations('gallery');
  return (
    <Page title={t('title')} crumbs={[{ label: t('promotions'), href: '/promotions' }]}>
      <Skeleton h={480} />
    </Page>
  );
}
