'use client';

import { Alert, Button, FileButton, Group, Progress, Stack, Text } from '@mantine/core';
import { IconDownload, IconUpload } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useClient } from 'urql';
import { useFmt } from '@/fmt';
import { Panel } from '@/ui/panel';
import { NoMemberColumn, sendFile, type SentFile } from './send-file';

/** Adds a file of members to the list: known ones land, the others come back as a file with the reason. */
export function UploadMembers({ listId, onAdded }: { listId: string; onAdded: () => void }) {
  const t = useTranslations('memberLists');
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const [sent, setSent] = useState<SentFile & { name: string }>();
  const [failure, setFailure] = useState<string>();
  const upload = async (file: File | null) => {
    if (file === null) return;
    setBusy(true);
    setFailure(undefined);
    setSent(undefined);
    try {
      await sendFile(client, listId, file, (now) => setSent({ ...now, name: file.name }));
    } catch (error) {
      setFailure(
        error instanceof NoMemberColumn ? t('noColumn') : String(error instanceof Error ? error.message : error),
      );
    }
    setBusy(false);
    onAdded();
  };
  return (
    <Panel title={t('upload')}>
      <Stack gap="xs">
        <Text fz="sm">{t('uploadHelp')}</Text>
        <Group>
          <FileButton accept=".csv,.gz,text/csv" onChange={(file) => void upload(file)}>
            {(props) => (
              <Button {...props} variant="default" loading={busy} leftSection={<IconUpload size={16} aria-hidden />}>
                {t('chooseFile')}
              </Button>
            )}
          </FileButton>
        </Group>
        {failure !== undefined && <Alert color="red">{failure}</Alert>}
        {sent !== undefined && <Sent sent={sent} />}
      </Stack>
    </Panel>
  );
}

function Sent({ sent }: { sent: SentFile & { name: string } }) {
  const t = useTranslations('memberLists');
  const fmt = useFmt();
  const { done, landed, unchanged, rejected, name } = sent;
  const figures = {
    landed: fmt.number(landed),
    unchanged: fmt.number(unchanged),
    rejected: fmt.number(rejected.count),
  };
  return (
    <>
      <Progress value={done * 100} aria-label={t('progress')} />
      <Text fz="sm" role="status" className="num">
        {t('added', figures)}
      </Text>
      {done === 1 && rejected.count > 0 && (
        <Button
          variant="default"
          w="fit-content"
          leftSection={<IconDownload size={16} aria-hidden />}
          onClick={async () => {
            const { saveFile } = await import('@/ui/files/csv');
            saveFile(`${name.replace(/\.gz$/, '')}.rejected.csv`, rejected.toCsv());
          }}
        >
          {t('rejectedFile')}
        </Button>
      )}
    </>
  );
}
