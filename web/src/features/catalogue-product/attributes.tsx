'use client';

import { Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { Facts } from '@/ui/facts';
import { Panel } from '@/ui/panel';
import type { ProductFacts } from './product';

/** Declared attributes by name, and what files said that nobody has declared. */
export function Attributes({ product: { attributes, undeclared } }: { product: ProductFacts }) {
  const t = useTranslations('product');
  return (
    <Panel title={t('attributes')}>
      {attributes.length === 0 && undeclared.length === 0 && <Text fz="sm">{t('noAttributes')}</Text>}
      <Facts
        facts={attributes.map(({ attribute, text }): [string, string] => [
          attribute.name,
          attribute.unit === null ? text : `${text} ${attribute.unit}`,
        ])}
      />
      {undeclared.length > 0 && (
        <Stack gap={4}>
          <Text fz="xs" c="dimmed">
            {t('undeclared')}
          </Text>
          <Facts facts={undeclared.map(({ key, text }): [string, string] => [key, text])} />
        </Stack>
      )}
    </Panel>
  );
}
