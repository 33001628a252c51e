'use client';

import { Alert, Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useClient } from 'urql';
import { useFmt } from '@/fmt';
import { Panel } from '@/ui/panel';
import { DataTable } from '@/ui/table';
import { addFile, type AddedFile } from './add-file';

const shownMax = 100;

/** Adds a file of SKUs to the list: known ones land, the others come back with their line. */
export function UploadSkus({ setId, onAdded }: { setId: string; onAdded: () => void }) {
  const t = useTranslations('productSets');
  const fmt = useFmt();
  const client = useClient();
  const [state, setState] = useState<{ busy?: boolean; added?: AddedFile; failure?: string }>({});
  const upload = async (file: File | null) => {
    if (file === null) return;
    setState({ busy: true });
    try {
      setState({ added: await addFile(client, setId, file) });
      onAdded();
    } catch (error) {
      setState({ failure: error instanceof Error ? error.message : String(error) });
    }
  };
  const { added } = state;
  const n = (count: number) => fmt.number(count);
  return (
    <Panel title={t('upload')}>
      <Stack gap="xs">
        <Text fz="sm">{t('uploadHelp')}</Text>
        <Group>
          <FileButton accept=".csv,.gz,text/csv" onChange={(file) => void upload(file)}>
            {(props) => (
              <Button
                {...props}
                variant="default"
                loading={state.busy === true}
                leftSection={<IconUpload size={16} aria-hidden />}
              >
                {t('chooseFile')}
              </Button>
            )}
          </FileButton>
        </Group>
        {state.failure !== undefined && <Alert color="red">{state.failure}</Alert>}
        {added !== undefined && (
          <Text fz="sm" role="status" className="num">
            {t('added', { landed: n(added.landed), unchanged: n(added.unchanged), rejected: n(added.rejected.length) })}
          </Text>
        )}
        {added !== undefined && added.rejected.length > 0 && (
          <DataTable
            label={t('rejected')}
            columns={[
              { key: 'line', header: t('line'), numeric: true, cell: ({ line }) => n(line) },
              { key: 'column', header: t('column'), cell: ({ column }) => column ?? '—' },
              { key: 'reason', header: t('reason'), wrap: true, cell: ({ reason }) => reason },
            ]}
            rows={added.rejected.slice(0, shownMax)}
            rowKey={({ line }) => String(line)}
            empty={null}
          />
        )}
      </Stack>
    </Panel>
  );
}
