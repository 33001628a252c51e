'use client';

import { Alert, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import type { AdjustmentAllowanceQuery } from '@/graphql/generated/graphql';

interface Props {
  allowance: AdjustmentAllowanceQuery['adjustmentAllowance'] | undefined;
  /** Whether a colleague must approve what is typed; undefined while that is not known. */
  waits: boolean | undefined;
  available: string;
}

/** What the role may adjust, what is left of the day, and what will become of what is typed: booked at once, or put before a colleague. */
export function Outcome({ allowance, waits, available }: Props) {
  const t = useTranslations('adjust');
  const fmt = useFmt();
  return (
    <Alert
      variant="outline"
      color={waits ? 'yellow' : 'gray'}
      bd={waits ? undefined : '1px solid var(--mantine-color-default-border)'}
      p="xs"
    >
      <Text fz="sm" aria-live="polite">
        {waits === undefined ? null : waits ? t('willWait') : t('willBook')}{' '}
        {t('availableNow', { points: fmt.points(available) })}
      </Text>
      {allowance !== undefined && (
        <Text fz="sm" c="dimmed">
          {t('mayAdjust', {
            one: fmt.points(allowance.perAdjustment),
            day: fmt.points(allowance.perDay),
            left: fmt.points(allowance.leftToday),
            alone: fmt.points(allowance.approvalAbove),
          })}
        </Text>
      )}
    </Alert>
  );
}
