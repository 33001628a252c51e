'use client';

import { Radio, Stack } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import { useEnumLabel } from '@/ui/use-enum-label';
import type { ProgrammeForm } from './programme-form';

const policies = ['RECOVER', 'NEGATIVE', 'WITHHOLD'] as const;

// The same points as in the explanation.
const exampleEarned = 500;

/** What a return does about earned points that are spent already: three ways, each told on an example. */
export function ShortfallPolicy({ form, disabled }: { form: UseFormReturnType<ProgrammeForm>; disabled: boolean }) {
  const t = useTranslations('programme');
  const fmt = useFmt();
  const name = useEnumLabel('shortfallPolicy');
  return (
    <Radio.Group
      label={t('shortfallPolicy')}
      description={t('shortfallPolicyHelp')}
      {...form.getInputProps('shortfallPolicy')}
    >
      <Stack gap="xs" mt="xs">
        {policies.map((policy) => (
          <Radio
            key={policy}
            value={policy}
            disabled={disabled}
            label={name(policy)}
            description={t(`shortfall.${policy}`, { amount: fmt.moneyWhole(exampleEarned) })}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
