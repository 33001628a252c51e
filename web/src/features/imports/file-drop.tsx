'use client';

import { Alert, Group, Select, Stack, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { chooseFile, type ChosenFile } from './choose-file';
import { encodings, type Encoding } from './reading/open-file';
import { UnreadableFile } from './reading/unreadable-file';

/** Where a file is dropped or chosen; it is only looked at, nothing is sent yet. */
export function FileDrop({ onChosen }: { onChosen: (chosen: ChosenFile) => void }) {
  const t = useTranslations('imports');
  const [encoding, setEncoding] = useState<Encoding>('utf-8');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const look = async ([file]: File[]) => {
    if (file === undefined) return;
    setBusy(true);
    setError(undefined);
    try {
      onChosen(await chooseFile(file, encoding));
    } catch (fault) {
      setError(
        fault instanceof UnreadableFile
          ? t(`unreadable.${fault.code}`, { detail: fault.detail })
          : t('unreadable.BROKEN'),
      );
      setBusy(false);
    }
  };
  return (
    <Stack gap="sm">
      {error !== undefined && (
        <Alert color="red" variant="outline" role="alert">
          {error}
        </Alert>
      )}
      <Dropzone onDrop={look} multiple={false} loading={busy} inputProps={{ 'aria-label': t('drop') }}>
        <Group justify="center" gap="md" mih={120} style={{ pointerEvents: 'none' }}>
          <IconFileSpreadsheet size={36} stroke={1.4} aria-hidden />
          <div>
            <Text fw={500}>{t('drop')}</Text>
            <Text fz="sm" c="dimmed">
              {t('dropHint')}
            </Text>
          </div>
        </Group>
      </Dropzone>
      <Select
        label={t('encoding')}
        description={t('encodingHelp')}
        maw={320}
        allowDeselect={false}
        data={encodings.map((value) => ({ value, label: value.toUpperCase() }))}
        value={encoding}
        onChange={(value) => setEncoding(encodings.find((one) => one === value) ?? 'utf-8')}
      />
    </Stack>
  );
}
