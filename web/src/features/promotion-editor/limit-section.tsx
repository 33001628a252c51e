'use client';

import { SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { limitNames } from '@/features/promotion-definition';
import { NumberField, TypedNumber, Word } from '@/features/promotion-rows';
import { useFmt } from '@/fmt';
import classes from './editor.module.css';

/** What can be used up, over the whole life of the promotion; the ledger counts it. */
export function LimitFields() {
  const t = useTranslations('promotion');
  const { currencySign } = useFmt();
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      {limitNames.map((name) => (
        <TypedNumber
          key={name}
          path={`limits.${name}`}
          label={t(name)}
          description={t(`${name}Help`)}
          decimals={name === 'moneyBudget' || name === 'pointsBudget' ? 2 : 0}
          sign={name === 'moneyBudget' ? ` ${currencySign}` : ''}
          size="sm"
        />
      ))}
    </SimpleGrid>
  );
}

/** The most it gives on one line and on one receipt. */
export function CapFields() {
  const t = useTranslations('promotion.caps');
  const { currencySign } = useFmt();
  const money = ` ${currencySign}`;
  return (
    <Stack gap="xs">
      {(['line', 'basket'] as const).map((part) => (
        <div key={part} className={classes.sentence}>
          <Word>{t(part)}</Word>
          <NumberField path={`caps.${part}.amount`} label={t('amount')} decimals={2} sign={money} placeholder="…" />
          <Word>{t('or')}</Word>
          <NumberField path={`caps.${part}.percent`} label={t('percent')} decimals={2} sign=" %" placeholder="…" />
        </div>
      ))}
      <div className={classes.sentence}>
        <Word>{t('points')}</Word>
        <NumberField path="caps.pointsPerBasket" label={t('points')} decimals={2} placeholder="…" />
      </div>
      <div className={classes.sentence}>
        <Word>{t('uses')}</Word>
        <NumberField path="caps.usesPerBasket" label={t('uses')} decimals={0} placeholder="…" />
      </div>
      <Text fz="xs" c="dimmed">
        {t('help')}
      </Text>
    </Stack>
  );
}
