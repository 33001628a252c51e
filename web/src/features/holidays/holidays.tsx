'use client';

import { ActionIcon, Button, Group, Tooltip } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useLocale, useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useMay } from '@/features/viewer';
import { useFmt } from '@/fmt';
import {
  HolidaysDocument,
  RemoveHolidayDocument,
  type HolidayFieldsFragment,
  type HolidaysQuery,
  type HolidaysQueryVariables,
} from '@/graphql/generated/graphql';
import type { Loaded } from '@/graphql/loaded';
import { useChange } from '@/graphql/use-change';
import { useGraph } from '@/graphql/use-graph';
import { NothingYet } from '@/ui/empty';
import { notifyDone } from '@/ui/notify';
import { Page } from '@/ui/page';
import { DataTable, type Column } from '@/ui/table';
import { useEnumLabel } from '@/ui/use-enum-label';
import { useUrlState } from '@/ui/url-state';
import { holidaysVariables, yearOf } from './year';

const EditHoliday = dynamic(async () => (await import('./edit-holiday')).EditHoliday);

interface Props {
  first: Loaded<HolidaysQuery, HolidaysQueryVariables>;
  /** YYYY-MM-DD. */
  today: string;
}

/** The chain's calendar, a year at a time. */
export function Holidays({ first, today }: Props) {
  const t = useTranslations('holidays');
  const [params, change] = useUrlState();
  const year = yearOf(params, today);
  const graph = useGraph(HolidaysDocument, holidaysVariables(year), { first });
  const mayWrite = useMay('programme.write');
  const [edited, setEdited] = useState<HolidayFieldsFragment | 'new'>();
  const turn = (years: number) => change({ year: String(Number(year) + years) });
  const add = mayWrite && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited('new')}>
      {t('add')}
    </Button>
  );
  return (
    <Page title={t('titleOfYear', { year })} actions={add}>
      <Group gap="xs">
        <Button variant="default" leftSection={<IconChevronLeft size={16} aria-hidden />} onClick={() => turn(-1)}>
          {String(Number(year) - 1)}
        </Button>
        <Button variant="default" rightSection={<IconChevronRight size={16} aria-hidden />} onClick={() => turn(1)}>
          {String(Number(year) + 1)}
        </Button>
      </Group>
      <DataTable
        label={t('titleOfYear', { year })}
        columns={useHolidayColumns(mayWrite ? setEdited : undefined, graph.refetch)}
        rows={graph.data?.holidays}
        rowKey={({ day, key }) => `${day} ${key}`}
        graph={graph}
        empty={<NothingYet title={t('none')} hint={t('noneHint')} action={add} />}
      />
      {edited !== undefined && (
        <EditHoliday
          known={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(undefined)}
          onSaved={graph.refetch}
        />
      )}
    </Page>
  );
}

function useHolidayColumns(
  onEdit: ((holiday: HolidayFieldsFragment) => void) | undefined,
  onRemoved: () => void,
): Column<HolidayFieldsFragment>[] {
  const t = useTranslations('holidays');
  const fmt = useFmt();
  const locale = useLocale();
  const kind = useEnumLabel('holidayKind');
  const nameOf = ({ nameRu, nameKk, nameEn }: HolidayFieldsFragment) =>
    ({ ru: nameRu, kk: nameKk, en: nameEn })[locale] ?? nameEn;
  const columns: Column<HolidayFieldsFragment>[] = [
    { key: 'day', header: t('day'), cell: ({ day }) => fmt.date(day) },
    { key: 'name', header: t('name'), wrap: true, cell: nameOf },
    { key: 'kind', header: t('kind'), secondary: true, cell: (row) => kind(row.kind) },
    { key: 'key', header: t('key'), secondary: true, cell: (row) => row.key },
  ];
  if (onEdit === undefined) return columns;
  const actions: Column<HolidayFieldsFragment> = {
    key: 'actions',
    header: t('actions'),
    cell: (row) => (
      <Group gap={4} wrap="nowrap">
        <Tooltip label={t('edit')}>
          <ActionIcon variant="subtle" aria-label={`${t('edit')}: ${nameOf(row)}`} onClick={() => onEdit(row)}>
            <IconPencil size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <RemoveHoliday holiday={row} name={nameOf(row)} onRemoved={onRemoved} />
      </Group>
    ),
  };
  return [...columns, actions];
}

interface RemoveProps {
  holiday: HolidayFieldsFragment;
  name: string;
  onRemoved: () => void;
}

function RemoveHoliday({ holiday: { day, key }, name, onRemoved }: RemoveProps) {
  const t = useTranslations('holidays');
  const fmt = useFmt();
  const [remove, busy] = useChange(RemoveHolidayDocument);
  const run = async () => {
    if (!window.confirm(t('removeSure', { name, day: fmt.date(day) }))) return;
    if ((await remove({ input: { day, key } })) === undefined) return;
    notifyDone(t('removed'));
    onRemoved();
  };
  return (
    <Tooltip label={t('remove')}>
      <ActionIcon
        variant="subtle"
        color="red"
        loading={busy}
        aria-label={`${t('remove')}: ${name}`}
        onClick={() => void run()}
      >
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
