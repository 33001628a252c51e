'use client';

import { Alert, Stack } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Page } from '@/ui/page';
import { FileDrop } from './file-drop';
import { useImportState } from './import-store';
import { PlanForm } from './plan-form';
import { RunPanel } from './run-panel';
import type { ChosenFile } from './choose-file';

/** Brings a file into the programme: choose, pair columns, try, run. */
export function Imports() {
  const t = useTranslations('imports');
  const state = useImportState();
  const [chosen, setChosen] = useState<ChosenFile>();
  // The content's digest names the import; browsers compute digests only where the connection is safe.
  const safe = typeof window === 'undefined' || window.isSecureContext;
  return (
    <Page title={t('title')}>
      {!safe && <Alert color="yellow">{t('unsafe')}</Alert>}
      <Stack gap="md" maw={960}>
        {state.phase !== 'idle' && <RunPanel state={state} onAgain={() => setChosen(undefined)} />}
        {safe && state.phase !== 'running' && chosen === undefined && <FileDrop onChosen={setChosen} />}
        {safe && state.phase !== 'running' && chosen !== undefined && (
          <PlanForm key={chosen.file.name} chosen={chosen} onAnother={() => setChosen(undefined)} />
        )}
      </Stack>
    </Page>
  );
}
