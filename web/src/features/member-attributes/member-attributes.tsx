'use client';

import { Badge, Button, Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useLocale, useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useMay } from '@/features/viewer';
import {
  DeclaredMemberAttributesDocument,
  type DeclaredMemberAttributesQuery,
  type DeclaredMemberAttributesQueryVariables,
  type MemberAttributeFieldsFragment,
} from '@/graphql/generated/graphql';
import type { Loaded } from '@/graphql/loaded';
import { useGraph } from '@/graphql/use-graph';
import { NothingYet } from '@/ui/empty';
import { Page } from '@/ui/page';
import { DataTable, type Column } from '@/ui/table';
import { useEnumLabel } from '@/ui/use-enum-label';

const EditAttribute = dynamic(async () => (await import('./edit-attribute')).EditAttribute);

type Attribute = MemberAttributeFieldsFragment;

interface Props {
  first: Loaded<DeclaredMemberAttributesQuery, DeclaredMemberAttributesQueryVariables>;
}

/** What the chain keeps of its members besides the profile, and promotions may ask for. */
export function MemberAttributes({ first }: Props) {
  const t = useTranslations('memberAttributes');
  const graph = useGraph(DeclaredMemberAttributesDocument, first.variables, { first });
  const mayWrite = useMay('programme.write');
  const [edited, setEdited] = useState<{ known?: Attribute }>();
  const add = mayWrite && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited({})}>
      {t('create')}
    </Button>
  );
  return (
    <Page title={t('title')} actions={add}>
      <Text fz="sm" maw={720}>
        {t('hint')}
      </Text>
      <DataTable
        label={t('title')}
        columns={useAttributeColumns(mayWrite ? (known) => setEdited({ known }) : undefined)}
        rows={graph.data?.memberAttributes}
        rowKey={({ key }) => key}
        graph={graph}
        empty={<NothingYet title={t('none')} hint={t('noneHint')} action={add} />}
      />
      {edited !== undefined && (
        <EditAttribute known={edited.known} onClose={() => setEdited(undefined)} onSaved={graph.refetch} />
      )}
    </Page>
  );
}

const nameIn: Record<string, 'nameRu' | 'nameKk' | 'nameEn'> = { ru: 'nameRu', kk: 'nameKk', en: 'nameEn' };

function useAttributeColumns(onEdit: ((attribute: Attribute) => void) | undefined): Column<Attribute>[] {
  const t = useTranslations('memberAttributes');
  const type = useEnumLabel('memberAttributeType');
  const name = nameIn[useLocale()] ?? 'nameEn';
  const columns: Column<Attribute>[] = [
    {
      key: 'name',
      header: t('name'),
      cell: (row) => (
        <Group gap="xs" wrap="nowrap">
          {row[name]}
          {row.retired && (
            <Badge variant="dot" color="gray">
              {t('retired')}
            </Badge>
          )}
        </Group>
      ),
    },
    { key: 'type', header: t('type'), cell: (row) => type(row.type) },
    { key: 'key', header: t('key'), cell: ({ key }) => `attr:${key}` },
  ];
  if (onEdit === undefined) return columns;
  const edit = (row: Attribute) => (
    <Button variant="subtle" size="compact-xs" aria-label={`${t('edit')}: ${row[name]}`} onClick={() => onEdit(row)}>
      {t('edit')}
    </Button>
  );
  return [...columns, { key: 'action', header: t('actions'), cell: edit }];
}
