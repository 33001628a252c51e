'use client';

import { Button, Checkbox, Group, Modal, SegmentedControl, SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useMay } from '@/features/viewer';
import type { SegmentColumn } from '@/graphql/generated/graphql';
import type { RowFormat } from '@/ui/files';
import { columns, personal, usual } from './columns';
import { forgetExport, stopExport, useExportState } from './export-store';
import { HowFar } from './how-far';
import { useExport } from './use-export';

interface Props {
  segment: { id: string; name: string; size: number };
  /** It is written down by now. */
  onStarted: () => void;
  onClose: () => void;
}

const formats: RowFormat[] = ['CSV', 'XLSX'];

/** Which columns, which file, how far it is. */
export function ExportDialog({ segment, onStarted, onClose }: Props) {
  const t = useTranslations('segmentExport');
  const [format, setFormat] = useState<RowFormat>('CSV');
  const [chosen, setChosen] = useState<SegmentColumn[]>([...usual]);
  const { start, busy } = useExport(segment, onStarted);
  const state = useExportState();
  const isRunning = state.phase === 'running';
  useEffect(() => forgetExport, []);
  const ordered = columns.filter((column) => chosen.includes(column));
  const begin = () => start({ columns: ordered, header: ordered.map((column) => t(`column.${column}`)), format });
  return (
    <Modal opened onClose={onClose} title={t('title')} size="lg">
      <Stack gap="sm">
        <ColumnsField chosen={chosen} onChange={setChosen} disabled={isRunning} />
        <SegmentedControl
          aria-label={t('format')}
          w="fit-content"
          data={formats}
          value={format}
          onChange={setFormat}
          disabled={isRunning}
        />
        <Text fz="sm" c="dimmed">
          {t('written')}
        </Text>
        <HowFar state={state} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('close')}
          </Button>
          {isRunning ? (
            <Button variant="default" onClick={stopExport}>
              {t('stop')}
            </Button>
          ) : (
            <Button onClick={() => void begin()} loading={busy} disabled={ordered.length === 0}>
              {t('start')}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

interface ColumnsProps {
  chosen: SegmentColumn[];
  onChange: (chosen: SegmentColumn[]) => void;
  disabled: boolean;
}

function ColumnsField({ chosen, onChange, disabled }: ColumnsProps) {
  const t = useTranslations('segmentExport');
  const mayPersonal = useMay('members.pii.read');
  return (
    <Checkbox.Group
      label={t('columns')}
      description={mayPersonal ? undefined : t('noPersonal')}
      error={chosen.length === 0 && t('needOne')}
      value={chosen}
      onChange={(values) => onChange(columns.filter((column) => values.includes(column)))}
    >
      <SimpleGrid cols={{ base: 1, xs: 2, sm: 3 }} spacing={6} verticalSpacing={6} mt={6}>
        {columns.map((column) => (
          <Checkbox
            key={column}
            value={column}
            label={t(`column.${column}`)}
            disabled={disabled || (!mayPersonal && personal.includes(column))}
          />
        ))}
      </SimpleGrid>
    </Checkbox.Group>
  );
}
