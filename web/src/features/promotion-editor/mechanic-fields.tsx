'use client';

import { Radio, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import { useEnumLabel } from '@/ui/use-enum-label';
import type { FormHandle } from './form-handle';
import { mechanics, type Mechanic } from './blank-promotion';
import classes from './editor.module.css';

/** What the promotion does: three mechanics with a picture of each on a receipt, and its numbers. */
export function MechanicFields({ form }: { form: FormHandle }) {
  const t = useTranslations('promotion');
  return (
    <>
      <Radio.Group label={t('mechanic')} {...form.getInputProps('mechanic')}>
        <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="xs" mt={4}>
          {mechanics.map((mechanic) => (
            <MechanicCard key={mechanic} mechanic={mechanic} />
          ))}
        </SimpleGrid>
      </Radio.Group>
      <EffectFields form={form} />
    </>
  );
}

function MechanicCard({ mechanic }: { mechanic: Mechanic }) {
  const t = useTranslations('promotion.picture');
  const name = useEnumLabel('mechanic');
  const fmt = useFmt();
  const before = fmt.moneyWhole(5000);
  const after =
    mechanic === 'PERCENT_OFF' ? fmt.moneyWhole(4000) : mechanic === 'AMOUNT_OFF' ? fmt.moneyWhole(4500) : before;
  return (
    <Radio.Card value={mechanic} p="xs" className={classes.mechanic}>
      <Text fz="sm" fw={600}>
        {name(mechanic)}
      </Text>
      <Text fz="xs" c="dimmed" className={classes.picture} component="div">
        <span>{t('boots')}</span>
        <span className="num">{before}</span>
        {after !== before && (
          <>
            <span>{mechanic === 'PERCENT_OFF' ? '−20 %' : `−${fmt.moneyWhole(500)}`}</span>
            <span className="num">{after}</span>
          </>
        )}
        {mechanic === 'POINTS_MULTIPLIER' && (
          <>
            <span>{t('points')} ×2</span>
            <span className="num">+{fmt.pointsWhole(500)}</span>
          </>
        )}
      </Text>
    </Radio.Card>
  );
}

function EffectFields({ form }: { form: FormHandle }) {
  const t = useTranslations('promotion');
  const { currencySign } = useFmt();
  const number = (name: 'percentOff' | 'pointsMultiplier' | 'amountOff' | 'basketAtLeast', unit: string) => (
    <TextInput
      label={t(name)}
      description={t(`${name}Help`)}
      required
      inputMode="decimal"
      maw={220}
      rightSection={<span aria-hidden>{unit}</span>}
      {...form.getInputProps(name)}
    />
  );
  const { mechanic } = form.values;
  if (mechanic === 'PERCENT_OFF') return number('percentOff', '%');
  if (mechanic === 'POINTS_MULTIPLIER') return number('pointsMultiplier', '×');
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      {number('amountOff', currencySign)}
      {number('basketAtLeast', currencySign)}
    </SimpleGrid>
  );
}
