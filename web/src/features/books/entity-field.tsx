'use client';

import { Select } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useUrlState } from '@/ui/url-state';

/** One legal entity, or all together. Lives in the address. */
export function EntityField({ entities }: { entities: (string | null)[] }) {
  const t = useTranslations('books');
  const [params, change] = useUrlState();
  return (
    <Select
      label={t('legalEntity')}
      placeholder={t('allEntities')}
      w={{ base: '100%', xs: 240 }}
      clearable
      data={entities.filter((entity) => entity !== null)}
      value={params.get('entity')}
      onChange={(entity) => change({ entity: entity ?? undefined })}
    />
  );
}
