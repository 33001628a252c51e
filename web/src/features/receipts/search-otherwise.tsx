'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useFilters } from '@/ui/use-filters';
import { kindOf, searchKinds } from './search-key';

/** A text that found nothing as what it looks like may be something else: offered by name. */
export function SearchOtherwise() {
  const t = useTranslations('receipts');
  const { filter, value } = useFilters();
  const text = value('q');
  if (text === undefined) return null;
  const tried = kindOf(text, value('as'));
  return searchKinds
    .filter((kind) => kind !== tried)
    .map((kind) => (
      <Button key={kind} variant="default" onClick={() => filter({ as: kind })}>
        {t('searchAs', { kind: t(`as.${kind}`), text })}
      </Button>
    ));
}
