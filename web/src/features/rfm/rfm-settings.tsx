'use client';

import { Alert, Button, Group, Modal, NumberInput, SegmentedControl, Stack, Text } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { useFmt } from '@/fmt';
import { RfmReportDocument, SaveRfmGridDocument } from '@/graphql/generated/graphql';
import { useChange } from '@/graphql/use-change';
import { useGraph } from '@/graphql/use-graph';
import { FormButtons } from '@/ui/form-buttons';
import { notifyDone } from '@/ui/notify';
import { useRefusalText } from '@/ui/use-refusal-text';
import type { Grid } from './view';

interface Props {
  grid: Grid;
  onClose: () => void;
  onSaved: () => void;
}

interface Settings {
  windowDays: number;
  /** Null cuts by size. */
  cuts: (string[] | null)[];
}

const toInput = ({ windowDays, cuts }: Settings) => ({ windowDays, cuts: cuts.map((bounds) => ({ bounds })) });

/** Where a grid is cut: what would come of it is shown before it is saved. */
export function RfmSettings({ grid, onClose, onSaved }: Props) {
  const t = useTranslations('rfm');
  const refusalText = useRefusalText();
  const [settings, setSettings] = useState<Settings>({
    windowDays: grid.windowDays,
    cuts: grid.axes.map(({ fixed }) => fixed),
  });
  const [tried, setTried] = useState<Settings>();
  const [refusal, setRefusal] = useState<string>();
  const [save, busy] = useChange(SaveRfmGridDocument);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const input = { gridId: grid.id, version: grid.version, settings: toInput(settings) };
    const answer = (await save({ input }))?.saveRfmGrid;
    if (answer === undefined) return;
    if (answer.__typename !== 'RfmGridSaved') return setRefusal(refusalText(answer));
    notifyDone(t('saved'));
    onSaved();
    onClose();
  };
  const setCut = (index: number, cut: string[] | null) =>
    setSettings({ ...settings, cuts: settings.cuts.map((old, at) => (at === index ? cut : old)) });
  return (
    <Modal opened onClose={onClose} title={`${t('settingsOf')}: ${grid.name}`} size="lg">
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          <SavedBy grid={grid} />
          {refusal !== undefined && <Alert color="red">{refusal}</Alert>}
          <NumberInput
            label={t('windowDays')}
            min={1}
            max={3650}
            allowDecimal={false}
            required
            value={settings.windowDays}
            onChange={(days) => setSettings({ ...settings, windowDays: Number(days) })}
          />
          {grid.axes.map((axis, index) => (
            <AxisCut
              key={axis.measure}
              axis={axis}
              cut={settings.cuts[index] ?? null}
              onChange={(cut) => setCut(index, cut)}
            />
          ))}
          <Group>
            <Button variant="default" onClick={() => setTried(settings)}>
              {t('preview')}
            </Button>
          </Group>
          {tried !== undefined && <Preview grid={grid} settings={tried} />}
          <FormButtons action={t('save')} busy={busy} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  );
}

function SavedBy({ grid: { version, savedBy, savedAt } }: { grid: Grid }) {
  const t = useTranslations('rfm');
  const fmt = useFmt();
  return (
    <Text fz="sm" c="dimmed">
      {savedBy === null || savedAt === null
        ? t('asShipped')
        : t('savedBy', { version: fmt.number(version), name: savedBy, when: fmt.dateTime(savedAt) })}
    </Text>
  );
}

interface AxisProps {
  axis: Grid['axes'][number];
  cut: string[] | null;
  onChange: (cut: string[] | null) => void;
}

function AxisCut({ axis: { measure, scores }, cut, onChange }: AxisProps) {
  const t = useTranslations('rfm');
  const blank = Array.from({ length: scores - 1 }, (_, index) =>
    String((index + 1) * (measure === 'RECENCY' ? 30 : 2)),
  );
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
      <Stack gap={4}>
        <Text component="legend" fz="sm" fw={600}>
          {t(measure)}
        </Text>
        <SegmentedControl
          aria-label={t(measure)}
          size="xs"
          value={cut === null ? 'size' : 'bounds'}
          onChange={(how) => onChange(how === 'size' ? null : blank)}
          data={[
            { value: 'size', label: t('bySize') },
            { value: 'bounds', label: t('byBounds') },
          ]}
        />
        {cut !== null && (
          <Group gap="xs">
            {cut.map((bound, index) => (
              <NumberInput
                key={index}
                label={t(measure === 'RECENCY' ? 'boundOfDays' : 'boundOf', {
                  axis: t(measure),
                  score: measure === 'RECENCY' ? scores - index : index + 2,
                })}
                min={0}
                decimalScale={measure === 'MONEY' ? 2 : 0}
                required
                value={bound}
                onChange={(value) => onChange(cut.map((old, at) => (at === index ? String(value) : old)))}
              />
            ))}
          </Group>
        )}
      </Stack>
    </fieldset>
  );
}

const shownMax = 12;

/** How many each cell would have. */
function Preview({ grid, settings }: { grid: Grid; settings: Settings }) {
  const t = useTranslations('rfm');
  const fmt = useFmt();
  const graph = useGraph(RfmReportDocument, {
    ...{ input: { gridId: grid.id, settings: toInput(settings) }, locale: useLocale() },
  });
  if (graph.failure !== undefined) return <Alert color="red">{graph.failure.message}</Alert>;
  const cells = [...(graph.data?.rfmReport.cells ?? [])].sort((left, right) => right.members - left.members);
  return (
    <Group gap="sm" aria-live="polite" fz="sm" className="num">
      {cells.slice(0, shownMax).map(({ key, name, members }) => (
        <span key={key}>{t('previewCount', { name, n: fmt.number(members) })}</span>
      ))}
    </Group>
  );
}
