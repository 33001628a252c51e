'use client';

import { Badge } from '@mantine/core';
import { useTranslations } from 'next-intl';

/** Says that what is shown moves by itself. */
export function LiveBadge({ live }: { live: boolean }) {
  const t = useTranslations('report');
  if (!live) return null;
  return (
    <Badge color="teal" role="status">
      {t('live')}
    </Badge>
  );
}
