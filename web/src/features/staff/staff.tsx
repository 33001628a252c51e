'use client';

import { Badge, Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useFmt, useNow } from '@/fmt';
import {
  StaffDocument,
  type StaffFieldsFragment,
  type StaffQuery,
  type StaffQueryVariables,
} from '@/graphql/generated/graphql';
import type { Loaded } from '@/graphql/loaded';
import { useGraph } from '@/graphql/use-graph';
import { Page } from '@/ui/page';
import { DataTable, type Column } from '@/ui/table';
import { useEnumLabel } from '@/ui/use-enum-label';
import { AddStaffMember } from './add-staff-member';
import { EditStaffMember } from './edit-staff-member';

/** Who may sign in, and as what. */
export function Staff({ first }: { first: Loaded<StaffQuery, StaffQueryVariables> }) {
  const t = useTranslations('staff');
  const graph = useGraph(StaffDocument, {}, { first });
  const [edited, setEdited] = useState<StaffFieldsFragment | 'new'>();
  const roles = graph.data?.roles ?? [];
  const close = () => setEdited(undefined);
  return (
    <Page
      title={t('title')}
      actions={
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited('new')}>
          {t('add')}
        </Button>
      }
    >
      <DataTable
        label={t('title')}
        columns={useStaffColumns(setEdited)}
        rows={graph.data?.staff}
        rowKey={({ id }) => id}
        graph={graph}
        empty={null}
      />
      {edited === 'new' && <AddStaffMember roles={roles} onClose={close} onSaved={graph.refetch} />}
      {edited !== undefined && edited !== 'new' && (
        <EditStaffMember person={edited} roles={roles} onClose={close} onSaved={graph.refetch} />
      )}
    </Page>
  );
}

function useStaffColumns(onEdit: (person: StaffFieldsFragment) => void): Column<StaffFieldsFragment>[] {
  const t = useTranslations('staff');
  const fmt = useFmt();
  const now = useNow();
  const role = useEnumLabel('role');
  return [
    { key: 'name', header: t('name'), cell: ({ name }) => name },
    { key: 'email', header: t('email'), cell: ({ email }) => email },
    { key: 'role', header: t('role'), cell: (person) => role(person.role) },
    { key: 'stores', header: t('stores'), cell: ({ storeIds }) => storeIds?.join(', ') ?? t('allStores') },
    {
      key: 'active',
      header: t('state'),
      cell: ({ active }) => <Badge color={active ? 'teal' : 'gray'}>{active ? t('active') : t('inactive')}</Badge>,
    },
    {
      key: 'lastSignIn',
      header: t('lastSignInAt'),
      cell: ({ lastSignInAt }) => (lastSignInAt === null ? t('never') : fmt.relative(lastSignInAt, now)),
    },
    {
      key: 'edit',
      header: t('actions'),
      cell: (person) => (
        <Button
          variant="subtle"
          size="compact-xs"
          aria-label={t('editOf', { name: person.name })}
          onClick={() => onEdit(person)}
        >
          {t('edit')}
        </Button>
      ),
    },
  ];
}
