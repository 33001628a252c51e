'use client';

import { Alert, List } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import type { SimulationOutcomeFragment } from '@/graphql/generated/graphql';
import { useEnumLabel } from '@/ui/use-enum-label';

/** What the figures do not know. */
export function Caveats({ caveats }: Pick<SimulationOutcomeFragment, 'caveats'>) {
  const t = useTranslations('simulation');
  const fmt = useFmt();
  const text = useEnumLabel('simulationCaveat');
  return (
    <Alert variant="light" color="gray" icon={<IconInfoCircle aria-hidden />} title={t('caveats')}>
      <List size="sm">
        {caveats.map(({ code, count }) => (
          <List.Item key={code}>{count === null ? text(code) : `${text(code)}: ${fmt.number(count)}`}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
