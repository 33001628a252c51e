'use client';

import { Group, List, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { productHref } from '@/features/catalogue';
import { useFmt } from '@/fmt';
import { Panel } from '@/ui/panel';
import { StatusBadge } from '@/ui/status-badge';
import { TextLink } from '@/ui/text-link';
import type { KnownSet } from './use-set-form';

/** What is in a saved set, and which promotions name it. */
export function SetContent({ set, withProducts }: { set: KnownSet; withProducts: boolean }) {
  const t = useTranslations('productSets');
  const fmt = useFmt();
  const { id, size, sample, promotions } = set;
  return (
    <>
      {withProducts && (
        <Panel title={t('contains')}>
          <Text fz="lg" fw={600} className="num">
            {t('count', { count: size, n: fmt.number(size) })}
          </Text>
          <List fz="sm" size="sm">
            {sample.map(({ sku, name }) => (
              <List.Item key={sku}>
                <TextLink href={productHref(sku)}>{name}</TextLink>
              </List.Item>
            ))}
          </List>
        </Panel>
      )}
      <TextLink fz="sm" href={`/catalogue?set=${encodeURIComponent(id)}`}>
        {t('allProducts')}
      </TextLink>
      {promotions !== null && (
        <Panel title={t('promotions')}>
          {promotions.length === 0 ? (
            <Text fz="sm" c="dimmed">
              {t('noPromotions')}
            </Text>
          ) : (
            <List fz="sm" size="sm">
              {promotions.map((promotion) => (
                <List.Item key={promotion.id}>
                  <Group gap="xs">
                    <TextLink href={`/promotions/${promotion.id}`}>{promotion.name}</TextLink>
                    <StatusBadge kind="promotionStatus" status={promotion.status} />
                  </Group>
                </List.Item>
              ))}
            </List>
          )}
        </Panel>
      )}
    </>
  );
}
