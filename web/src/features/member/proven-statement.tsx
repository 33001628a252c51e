'use client';

import { Button, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconShieldCheck } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useClient } from 'urql';
import { StatementProofDocument } from '@/graphql/generated/graphql';

/** Saves the member's statement as a document that proves itself: whoever has it can check it without asking us. */
export function ProvenStatement({ memberId }: { memberId: string }) {
  const t = useTranslations('member');
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    const { data } = await client.query(StatementProofDocument, { memberId }, { requestPolicy: 'network-only' });
    if (data === undefined) notifications.show({ color: 'red', message: t('proofFailed') });
    else await saveJson(`statement-${memberId}.json`, data.memberStatementProof);
    setBusy(false);
  };
  return (
    <Tooltip label={t('proofHint')} multiline w={300}>
      <Button
        variant="default"
        loading={busy}
        leftSection={<IconShieldCheck size={16} stroke={1.6} aria-hidden />}
        onClick={save}
      >
        {t('proof')}
      </Button>
    </Tooltip>
  );
}

async function saveJson(name: string, text: string) {
  const { saveFile } = await import('@/ui/files/csv');
  saveFile(name, text, 'application/json');
}
