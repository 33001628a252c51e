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
  // What a trial said may be answered by other columns; a file that landed needs no more of the form.
  const landed = state.phase === 'done' && !state.plan.dryRun ? state.plan.file : undefined;
  const isPlanned = safe && chosen !== undefined && state.phase !== 'running' && chosen.file !== landed;
  return (
    <Page title={t('title')}>
      {!safe && <Alert color="yellow">{t('unsafe')}</Alert>}
      <Stack gap="md" maw={960}>
        {state.phase !== 'idle' && (
          <RunPanel state={state} isPlanned={isPlanned} onAgain={() => setChosen(undefined)} />
        )}
        {safe && state.phase !== 'running' && chosen === undefined && <FileDrop onChosen={setChosen} />}
        {isPlanned && <PlanForm key={chosen.file.name} chosen={chosen} onAnother={() => setChosen(undefined)} />}
      </Stack>
    </Page>
  );
}
