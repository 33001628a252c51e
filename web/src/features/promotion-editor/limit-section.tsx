'use client';

import { SimpleGrid, Stack, Switch, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { limitNames, paceNames } from '@/features/promotion-definition';
import { useFmt } from '@/fmt';
import classes from './editor.module.css';
import { NumberField, TypedNumber, useField, Word } from '@/features/sentence-rows';

/** What can be used up, over the whole life of the promotion; the ledger counts it. */
export function LimitFields() {
  const t = useTranslations('promotion');
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        {limitNames.map((name) => (
          <LimitField key={name} name={name} description={t(`${name}Help`)} />
        ))}
      </SimpleGrid>
      <Text fz="sm" fw={500}>
        {t('pacing')}
      </Text>
      <Evenly />
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        {paceNames.map((name) => (
          <LimitField key={name} name={name} />
        ))}
      </SimpleGrid>
    </Stack>
  );
}

interface LimitProps {
  name: (typeof limitNames | typeof paceNames)[number];
  description?: string;
}

function LimitField({ name, ...props }: LimitProps) {
  const t = useTranslations('promotion');
  const { currencySign } = useFmt();
  return (
    <TypedNumber
      path={`limits.${name}`}
      label={t(name)}
      decimals={name.startsWith('uses') ? 0 : 2}
      sign={name.startsWith('money') ? ` ${currencySign}` : ''}
      size="sm"
      {...props}
    />
  );
}

/** An equal part of the budgets for each day. */
function Evenly() {
  const t = useTranslations('promotion');
  const { value, set, invalid, disabled } = useField('limits.evenly');
  return (
    <Switch
      label={t('evenly')}
      description={t('evenlyHelp')}
      checked={value === true}
      onChange={({ currentTarget }) => set(currentTarget.checked)}
      error={invalid}
      disabled={disabled}
    />
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
