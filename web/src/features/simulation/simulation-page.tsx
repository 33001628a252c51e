'use client';

import { useTranslations } from 'next-intl';
import type { WhatIfPromotionQuery } from '@/graphql/generated/graphql';
import { Page } from '@/ui/page';
import { SimulationPanel } from './simulation-panel';

interface Props {
  promotion: NonNullable<WhatIfPromotionQuery['promotion']>;
}

/** The what-if of a saved promotion, as it stands. */
export function SimulationPage({ promotion: { id, name, definition } }: Props) {
  const t = useTranslations('simulation');
  return (
    <Page
      title={t('title')}
      crumbs={[
        { label: t('promotions'), href: '/promotions' },
        { label: name, href: `/promotions/${id}` },
      ]}
    >
      <SimulationPanel draft={{ promotionId: id, name, definition }} />
    </Page>
  );
}
