'use client';

import { Alert, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { useFmt } from '@/fmt';
import { SaveRfmCellsDocument } from '@/graphql/generated/graphql';
import { useChange } from '@/graphql/use-change';
import { FormButtons } from '@/ui/form-buttons';
import { newId } from '@/ui/new-id';
import { notifyDone } from '@/ui/notify';
import { useRefusalText } from '@/ui/use-refusal-text';
import type { RfmView } from './view';

interface Props {
  view: RfmView;
  /** What the cells are called. */
  name: string;
  onClose: () => void;
}

/** Makes a segment of the chosen cells, which follows the grid from then on. */
export function SaveCells({ view: { grid, cells }, name: cellNames, onClose }: Props) {
  const t = useTranslations('rfm');
  const fmt = useFmt();
  const refusalText = useRefusalText();
  // One id for all tries: what was saved before a lost answer is found again.
  const [id] = useState(newId);
  const [name, setName] = useState(`${grid.name}: ${cellNames}`.slice(0, nameMax));
  const [refusal, setRefusal] = useState<string>();
  const [save, busy] = useChange(SaveRfmCellsDocument);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const definition = { kind: 'ALL', of: [{ kind: 'RFM', grid: grid.id, cells }] };
    const answer = (await save({ input: { id, version: 0, name, definition } }))?.saveSegment;
    if (answer === undefined) return;
    if (answer.__typename !== 'SegmentSaved') return setRefusal(refusalText(answer));
    notifyDone(t('segmentSaved', { n: fmt.number(answer.segment.size) }));
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('asSegment')}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          <Text fz="sm">{t('segmentHint')}</Text>
          {refusal !== undefined && <Alert color="red">{refusal}</Alert>}
          <TextInput
            label={t('segmentName')}
            required
            maxLength={nameMax}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <FormButtons action={t('save')} busy={busy} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  );
}

const nameMax = 120;
