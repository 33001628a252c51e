'use client';

import { Button, Group } from '@mantine/core';
import { useTranslations } from 'next-intl';

interface Props {
  action: string;
  busy: boolean;
  disabled?: boolean;
  danger?: boolean;
  onCancel: () => void;
}

/** The two ways out of a dialog with a form. */
export function FormButtons({ action, busy, disabled = false, danger = false, onCancel }: Props) {
  const t = useTranslations('common');
  return (
    <Group justify="flex-end">
      <Button variant="default" onClick={onCancel}>
        {t('cancel')}
      </Button>
      <Button type="submit" loading={busy} disabled={disabled} {...(danger ? { color: 'red' } : {})}>
        {action}
      </Button>
    </Group>
  );
}
