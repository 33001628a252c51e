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

type Points = 'RECORD' | 'BOOK';

/** What the file holds and which of its columns is which; then a trial or the import itself. */
export function PlanForm({ chosen, onAnother }: Props) {
  const t = useTranslations('imports');
  const fmt = useFmt();
  const client = useClient();
  const { file, encoding, header } = chosen;
  const [kind, setKind] = useState<ImportKind>(chosen.kind);
  const [mapping, setMapping] = useState(() => suggestMapping(chosen.kind, header));
  const [points, setPoints] = useState<Points>('RECORD');
  const missing = missingColumns(kind, mapping);
  const start = (dryRun: boolean) => startImport(client, { file, encoding, kind, mapping, points, dryRun });
  const chooseKind = (next: ImportKind) => {
    setKind(next);
    setMapping(suggestMapping(next, header));
  };
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
      <KindFields kind={kind} points={points} onKind={chooseKind} onPoints={setPoints} />
      <SampleRows chosen={chosen} />
      <MappingFields kind={kind} header={header} mapping={mapping} onChange={setMapping} />
      {missing.length > 0 && <Alert color="yellow">{t('missing', { columns: missing.join(', ') })}</Alert>}
      <StartButtons kind={kind} complete={missing.length === 0} onStart={start} />
    </Panel>
  );
}

interface KindProps {
  kind: ImportKind;
  points: Points;
  onKind: (kind: ImportKind) => void;
  onPoints: (points: Points) => void;
}

function KindFields({ kind, points, onKind, onPoints }: KindProps) {
  const t = useTranslations('imports');
  const kindName = useEnumLabel('importKind');
  return (
    <Group gap="sm" align="flex-start">
      <Select
        label={t('kind')}
        allowDeselect={false}
        data={kinds.map((value) => ({ value, label: kindName(value) }))}
        value={kind}
        onChange={(value) => onKind(kinds.find((one) => one === value) ?? kind)}
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
          onChange={(value) => onPoints(value === 'BOOK' ? 'BOOK' : 'RECORD')}
        />
      )}
    </Group>
  );
}

function SampleRows({ chosen: { header, sample } }: { chosen: ChosenFile }) {
  const t = useTranslations('imports');
  return (
    <DataTable
      label={t('sample')}
      columns={header.map((name, index) => ({ key: name, header: name, cell: (row: string[]) => row[index] ?? '' }))}
      rows={sample}
      rowKey={(row) => row.join('\u0000')}
      empty={t('noRows')}
    />
  );
}

interface StartProps {
  kind: ImportKind;
  complete: boolean;
  onStart: (dryRun: boolean) => void;
}

function StartButtons({ kind, complete, onStart }: StartProps) {
  const t = useTranslations('imports');
  const allowed = isAllowed(useViewer(), kindsOfFile[kind].permission);
  const disabled = !complete || !allowed;
  return (
    <Stack gap={4}>
      {!allowed && <Alert color="yellow">{t('mayNot')}</Alert>}
      <Group gap="xs">
        <Button variant="default" disabled={disabled} onClick={() => onStart(true)}>
          {t('dryRun')}
        </Button>
        <Button disabled={disabled} onClick={() => onStart(false)}>
          {t('run')}
        </Button>
      </Group>
      <Text fz="xs" c="dimmed">
        {t('runHint')}
      </Text>
    </Stack>
  );
}
