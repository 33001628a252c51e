'use client';

import { Alert, Button, Group, Select, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useClient } from 'urql';
import { isAllowed, useViewer } from '@/features/viewer';
import { useFmt } from '@/fmt';
import { Panel } from '@/ui/panel';
import { DataTable } from '@/ui/table';
import { useEnumLabel } from '@/ui/use-enum-label';
import type { ChosenFile } from './choose-file';
import { startImport } from './import-store';
import { kinds, kindsOfFile, type ImportKind } from './kinds';
import { missingColumns, suggestMapping } from './mapping';
import { MappingFields } from './mapping-fields';

interface Props {
  chosen: ChosenFile;
  onAnother: () => void;
}

/** What the file holds and which of its columns is which; then a trial or the import itself. */
export function PlanForm({ chosen, onAnother }: Props) {
  const t = useTranslations('imports');
  const fmt = useFmt();
  const client = useClient();
  const kindName = useEnumLabel('importKind');
  const viewer = useViewer();
  const [kind, setKind] = useState<ImportKind>(chosen.kind);
  const [mapping, setMapping] = useState(() => suggestMapping(chosen.kind, chosen.header));
  const [points, setPoints] = useState<'RECORD' | 'BOOK'>('RECORD');
  const missing = missingColumns(kind, mapping);
  const { file, encoding, header, sample } = chosen;
  const start = (dryRun: boolean) => startImport(client, { file, encoding, kind, mapping, points, dryRun });
  const chooseKind = (value: string | null) => {
    const next = kinds.find((one) => one === value) ?? kind;
    setKind(next);
    setMapping(suggestMapping(next, header));
  };
  const mayImport = isAllowed(viewer, kindsOfFile[kind].permission);
  return (
    <Panel
      title={file.name}
      action={
        <Button variant="default" size="compact-sm" onClick={onAnother}>
          {t('another')}
        </Button>
      }
    >
      <Text fz="sm" c="dimmed">
        {fmt.bytes(file.size)} · {t('columnsCount', { count: header.length, n: fmt.number(header.length) })}
      </Text>
      <Group gap="sm" align="flex-start">
        <Select
          label={t('kind')}
          allowDeselect={false}
          data={kinds.map((value) => ({ value, label: kindName(value) }))}
          value={kind}
          onChange={chooseKind}
        />
        {kind === 'receipts' && (
          <Select
            label={t('points')}
            description={t('pointsHelp')}
            allowDeselect={false}
            data={[
              { value: 'RECORD', label: t('pointsRecord') },
              { value: 'BOOK', label: t('pointsBook') },
            ]}
            value={points}
            onChange={(value) => setPoints(value === 'BOOK' ? 'BOOK' : 'RECORD')}
          />
        )}
      </Group>
      <DataTable
        label={t('sample')}
        columns={header.map((name, index) => ({ key: name, header: name, cell: (row: string[]) => row[index] ?? '' }))}
        rows={sample}
        rowKey={(row) => row.join('\u0000')}
        empty={t('noRows')}
      />
      <MappingFields kind={kind} header={header} mapping={mapping} onChange={setMapping} />
      {missing.length > 0 && <Alert color="yellow">{t('missing', { columns: missing.join(', ') })}</Alert>}
      {!mayImport && <Alert color="yellow">{t('mayNot')}</Alert>}
      <Stack gap={4}>
        <Group gap="xs">
          <Button variant="default" disabled={missing.length > 0 || !mayImport} onClick={() => start(true)}>
            {t('dryRun')}
          </Button>
          <Button disabled={missing.length > 0 || !mayImport} onClick={() => start(false)}>
            {t('run')}
          </Button>
        </Group>
        <Text fz="xs" c="dimmed">
          {t('runHint')}
        </Text>
      </Stack>
    </Panel>
  );
}
