'use client';

import { ActionIcon, Menu, Text } from '@mantine/core';
import { IconLogout, IconUserCircle } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useViewer } from '@/features/viewer';
import { useSignOut } from '@/features/sign-in';
import { useFmt } from '@/fmt';
import { useEnumLabel } from '@/ui/use-enum-label';

/** Who is signed in, and the way out. */
export function UserMenu() {
  const t = useTranslations('shell');
  const role = useEnumLabel('role');
  const viewer = useViewer();
  const { timeZone } = useFmt();
  const signOut = useSignOut();
  return (
    <Menu position="bottom-end" withinPortal={false} width={240}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={32} aria-label={t('user', { name: viewer.name })}>
          <IconUserCircle size={18} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text fz="sm" fw={600} c="var(--mantine-color-text)">
            {viewer.name}
          </Text>
          <Text fz="xs">{viewer.email}</Text>
          <Text fz="xs">{role(viewer.role)}</Text>
          <Text fz="xs">{t('timeZone', { name: timeZone })}</Text>
        </Menu.Label>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} stroke={1.6} aria-hidden />} onClick={signOut}>
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
