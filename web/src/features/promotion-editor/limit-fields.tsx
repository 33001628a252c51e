'use client';

import { SimpleGrid, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import type { FormHandle } from './form-handle';
import { usesFields } from './promotion-form';

/** What of the promotion can be used up; what is left empty has no end. */
export function LimitFields({ form }: { form: FormHandle }) {
  const t = useTranslations('promotion');
  const { currencySign } = useFmt();
  const budget = form.values.mechanic === 'POINTS_MULTIPLIER' ? 'pointsBudget' : 'moneyBudget';
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      <TextInput
        label={t(budget)}
        description={t(`${budget}Help`)}
        inputMode="decimal"
        rightSection={budget === 'moneyBudget' && <span aria-hidden>{currencySign}</span>}
        {...form.getInputProps(budget)}
      />
      {usesFields.map((name) => (
        <TextInput
          key={name}
          label={t(name)}
          description={t(`${name}Help`)}
          inputMode="numeric"
          {...form.getInputProps(name)}
        />
      ))}
    </SimpleGrid>
  );
}
