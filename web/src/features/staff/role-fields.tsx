'use client';

import { MultiSelect, Select, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useStoreOptions } from '@/features/stores';
import type { StaffQuery } from '@/graphql/generated/graphql';
import { useEnumLabel } from '@/ui/use-enum-label';

export type Roles = StaffQuery['roles'];

interface Props {
  roles: Roles;
  role: string;
  storeIds: string[];
  onChange: (patch: { role?: string; storeIds?: string[] }) => void;
}

/** What a person may do, and in which stores. */
export function RoleFields({ roles, role, storeIds, onChange }: Props) {
  const t = useTranslations('staff');
  const roleName = useEnumLabel('role');
  const stores = useStoreOptions();
  return (
    <>
      <Select
        label={t('role')}
        allowDeselect={false}
        data={roles.map(({ name }) => ({ value: name, label: roleName(name) }))}
        value={role}
        onChange={(value) => value !== null && onChange({ role: value })}
      />
      <Text fz="xs" c="dimmed">
        {roles.find(({ name }) => name === role)?.permissions.join(', ')}
      </Text>
      {role === 'STORE_MANAGER' && (
        <MultiSelect
          label={t('stores')}
          description={t('storesHelp')}
          searchable
          clearable
          data={stores}
          value={storeIds}
          onChange={(ids) => onChange({ storeIds: ids })}
        />
      )}
    </>
  );
}
