'use client';

import { Stack, Text } from '@mantine/core';
import { IconCheck, IconMinus, IconX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import type { PricedBasketFieldsFragment } from '@/graphql/generated/graphql';

interface Props {
  basket: PricedBasketFieldsFragment;
  promotionId: string;
}

interface Told {
  id: string;
  name: string;
  applies: boolean;
  texts: string[];
}

const shownMax = 8;

/** Every promotion of the chain: what it gave, or what it would take. The edited one comes first. */
export function Reasons({ basket, promotionId }: Props) {
  const t = useTranslations('promotion.preview');
  const told = useTold(basket);
  const ordered = [...told.filter(({ id }) => id === promotionId), ...told.filter(({ id }) => id !== promotionId)];
  const rest = ordered.length - shownMax;
  return (
    <Stack gap={4} component="ul" m={0} p={0} fz="sm" style={{ listStyle: 'none' }} aria-label={t('reasons')}>
      {ordered.length === 0 && (
        <li>
          <IconMinus size={14} aria-hidden /> {t('noneTouched')}
        </li>
      )}
      {ordered.slice(0, shownMax).map(({ id, name, applies, texts }) => (
        <li key={id}>
          {applies ? (
            <IconCheck size={14} aria-label={t('applies')} />
          ) : (
            <IconX size={14} aria-label={t('appliesNot')} />
          )}{' '}
          <Text span inherit fw={id === promotionId ? 600 : undefined}>
            {name}
          </Text>
          {texts.map((text) => (
            <Text key={text} span fz="sm" c="dimmed">
              {' '}
              · {text}
            </Text>
          ))}
        </li>
      ))}
      {rest > 0 && (
        <Text component="li" fz="xs" c="dimmed">
          {t('andMore', { n: rest })}
        </Text>
      )}
    </Stack>
  );
}

function useTold(basket: PricedBasketFieldsFragment): Told[] {
  const t = useTranslations('promotion.preview');
  const fmt = useFmt();
  const applied = basket.applied.map((one) => ({
    id: one.promotionId,
    name: one.variant === null ? one.name : t('variantOf', { name: one.name, variant: one.variant }),
    applies: true,
    texts: [
      one.reason,
      Number(one.discount) === 0 ? '' : `−${fmt.money(one.discount)}`,
      Number(one.pointsEarned) === 0 ? '' : `+${fmt.points(one.pointsEarned)} ${t('points')}`,
      one.next === null ? '' : t('next', { reason: one.next }),
    ].filter(Boolean),
  }));
  const notApplied = basket.notApplied.map((one) => ({
    id: one.promotionId,
    name: one.name,
    applies: false,
    texts: [one.reason, one.wouldGive === null ? '' : t('wouldGive', { reason: one.wouldGive })].filter(Boolean),
  }));
  return [...applied, ...notApplied];
}
