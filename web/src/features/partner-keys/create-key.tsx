'use client';

import { Alert, Button, Code, CopyButton, Group, Modal, MultiSelect, Stack, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useViewer } from '@/features/viewer';
import { useFmt } from '@/fmt';
import { addDays, startOfDay } from '@/fmt/dates';
import { CreatePartnerKeyDocument } from '@/graphql/generated/graphql';
import { useChange } from '@/graphql/use-change';
import { FormButtons } from '@/ui/form-buttons';
import { notifyRefused } from '@/ui/notify';
import { useRefusalText } from '@/ui/use-refusal-text';

interface Props {
  onClose: () => void;
  onCreated: () => void;
}

// What a till needs to sell.
const tillScopes = ['members.read', 'members.enrol', 'purchase.quote', 'purchase.confirm', 'purchase.return'];

/** Makes a key and shows its secret, once. */
export function CreateKey({ onClose, onCreated }: Props) {
  const t = useTranslations('partnerKeys');
  const { timeZone } = useFmt();
  const { permissions } = useViewer();
  const refusalText = useRefusalText();
  const [create, busy] = useChange(CreatePartnerKeyDocument);
  const [secret, setSecret] = useState<string>();
  const form = useForm({
    initialValues: { name: '', scopes: tillScopes, expiresOn: null as string | null },
    validate: {
      name: (name) => (name.trim() === '' ? t('needed') : null),
      scopes: (scopes) => (scopes.length === 0 ? t('needed') : null),
    },
  });
  const submit = form.onSubmit(async ({ name, scopes, expiresOn }) => {
    const expiresAt = expiresOn === null ? undefined : startOfDay(timeZone, addDays(expiresOn, 1));
    const answer = (await create({ input: { name: name.trim(), scopes, expiresAt } }))?.createPartnerKey;
    if (answer === undefined) return;
    if (answer.__typename !== 'PartnerKeyCreated') return notifyRefused(refusalText(answer));
    setSecret(answer.secret);
    onCreated();
  });
  return (
    <Modal opened onClose={onClose} title={t('create')} closeOnClickOutside={secret === undefined}>
      {secret !== undefined ? (
        <Secret secret={secret} onClose={onClose} />
      ) : (
        <form onSubmit={submit} noValidate>
          <Stack gap="sm">
            <TextInput label={t('name')} description={t('nameHelp')} data-autofocus {...form.getInputProps('name')} />
            <MultiSelect
              label={t('scopes')}
              description={t('scopesHelp')}
              searchable
              // Nobody hands out what they may not do themselves.
              data={permissions}
              {...form.getInputProps('scopes')}
            />
            <DateInput
              label={t('expiresAt')}
              description={t('expiresHelp')}
              valueFormat="DD.MM.YYYY"
              clearable
              {...form.getInputProps('expiresOn')}
            />
            <FormButtons action={t('create')} busy={busy} onCancel={onClose} />
          </Stack>
        </form>
      )}
    </Modal>
  );
}

function Secret({ secret, onClose }: { secret: string; onClose: () => void }) {
  const t = useTranslations('partnerKeys');
  return (
    <Stack gap="sm">
      <Alert color="yellow" title={t('once')}>
        {t('onceHint')}
      </Alert>
      <Code block tabIndex={0}>
        {secret}
      </Code>
      <Group justify="flex-end">
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? t('copied') : t('copy')}
            </Button>
          )}
        </CopyButton>
        <Button onClick={onClose}>{t('kept')}</Button>
      </Group>
    </Stack>
  );
}
