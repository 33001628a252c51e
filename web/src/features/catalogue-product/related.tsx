'use client';

import { Group, List, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { productHref } from '@/features/catalogue';
import { Panel } from '@/ui/panel';
import { StatusBadge } from '@/ui/status-badge';
import { TextLink } from '@/ui/text-link';
import type { ProductFacts } from './product';

/** What names the product: sets, promotions, accessories, and what stands in for it. */
export function Related({ product }: { product: ProductFacts }) {
  const t = useTranslations('product');
  const { sets, promotions, complements, substitutes } = product;
  return (
    <Stack gap="sm">
      {promotions !== null && (
        <Listed title={t('promotions')} none={t('noPromotions')}>
          {promotions.map(({ id, name, status }) => (
            <List.Item key={id}>
              <Group gap="xs">
                <TextLink href={`/promotions/${id}`}>{name}</TextLink>
                <StatusBadge kind="promotionStatus" status={status} />
              </Group>
            </List.Item>
          ))}
        </Listed>
      )}
      <Listed title={t('sets')} none={t('noSets')}>
        {sets.map(({ id, name }) => (
          <List.Item key={id}>
            <TextLink href={`/catalogue/sets/${encodeURIComponent(id)}`}>{name}</TextLink>
          </List.Item>
        ))}
      </Listed>
      <Listed title={t('complements')} none={t('noComplements')}>
        {complements.map(({ id, name, accessorySentence }) => (
          <List.Item key={id}>
            {name}: {accessorySentence}
          </List.Item>
        ))}
      </Listed>
      <Listed title={t('substitutes')} none={t('noSubstitutes')}>
        {substitutes.map(({ sku, name }) => (
          <List.Item key={sku}>
            <TextLink href={productHref(sku)}>{name}</TextLink>
          </List.Item>
        ))}
      </Listed>
    </Stack>
  );
}

function Listed({ title, none, children }: { title: string; none: string; children: ReactNode[] }) {
  return (
    <Panel title={title}>
      {children.length === 0 ? (
        <Text fz="sm" c="dimmed">
          {none}
        </Text>
      ) : (
        <List fz="sm" size="sm">
          {children}
        </List>
      )}
    </Panel>
  );
}
