'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useMay } from '@/features/viewer';
import { Link } from '@/i18n/navigation';

/** The way from a promotion to its what-if, for those who may try one. */
export function WhatIfLink({ promotionId }: { promotionId: string }) {
  const t = useTranslations('simulation');
  if (!useMay('promotions.simulate')) return null;
  return (
    <Button component={Link} href={`/promotions/${promotionId}/what-if`} prefetch={false} variant="default">
      {t('title')}
    </Button>
  );
}
