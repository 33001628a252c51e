'use client';

import {
  Alert,
  Button,
  Checkbox,
  Group,
  Modal,
  Progress,
  SegmentedControl,
  SimpleGrid,
  Stack,
  Text,
} from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useMay } from '@/features/viewer';
import { useFmt } from '@/fmt';
import type { SegmentColumn } from '@/graphql/generated/graphql';
import type { RowFormat } from '@/ui/files';
import { columns, personal, usual } from './columns';
import { useExport, type ExportState } from './use-export';

interface Props {
  segment: { id: string; name: string };
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
  const { state, start, stop } = useExport(segment, onStarted);
  const isRunning = state.is === 'running';
  const ordered = columns.filter((column) => chosen.includes(column));
  const begin = () => start({ columns: ordered, header: ordered.map((column) => t(`column.${column}`)), format });
  return (
    <Modal opened onClose={onClose} title={t('title')} size="lg" closeOnClickOutside={!isRunning}>
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
          {isRunning ? (
            <Button variant="default" onClick={stop}>
              {t('stop')}
            </Button>
          ) : (
            <>
              <Button variant="default" onClick={onClose}>
                {t('close')}
              </Button>
              <Button onClick={() => void begin()} disabled={ordered.length === 0}>
                {t('start')}
              </Button>
            </>
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

function HowFar({ state }: { state: ExportState }) {
  const t = useTranslations('segmentExport');
  const fmt = useFmt();
  if (state.is === 'ready') return null;
  if (state.is === 'done') return <Alert color="teal">{t('done', { n: fmt.number(state.rows) })}</Alert>;
  if (state.is !== 'running') return <Alert color={state.is === 'failed' ? 'red' : 'gray'}>{t(state.is)}</Alert>;
  const share = state.all === 0 ? 0 : Math.min(1, state.rows / state.all);
  return (
    <Stack gap={4} role="status">
      <Progress value={share * 100} aria-label={t('title')} />
      <Text fz="sm" className="num">
        {t('progress', { done: fmt.number(state.rows), all: fmt.number(state.all) })}
      </Text>
    </Stack>
  );
}
