'use client';

import { Alert, Button, Paper, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMounted } from '@mantine/hooks';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { ownHeader } from '@/session/trusted-request';
import { nextPath } from './next-path';

type Refusal = 'SIGN_IN_REFUSED' | 'SIGN_IN_SLOWED' | 'UNAVAILABLE';

export function SignInForm({ next }: { next: string | undefined }) {
  const t = useTranslations('signIn');
  const locale = useLocale();
  const [refusal, setRefusal] = useState<Refusal>();
  const [busy, setBusy] = useState(false);
  // Before the script runs, a click would send the form to nowhere.
  const mounted = useMounted();
  const form = useForm({
    initialValues: { email: '', password: '' },
    validate: {
      email: (value) => (value.trim() === '' ? t('emailNeeded') : null),
      password: (value) => (value === '' ? t('passwordNeeded') : null),
    },
  });
  const submit = form.onSubmit(async (values) => {
    setBusy(true);
    const refused = await signIn(values);
    if (refused === undefined) return window.location.assign(nextPath(next, locale));
    setRefusal(refused);
    setBusy(false);
  });
  return (
    <Paper withBorder p="lg" component="form" method="post" onSubmit={submit} noValidate aria-label={t('title')}>
      <Stack gap="sm">
        {refusal !== undefined && (
          <Alert color="red" variant="outline" role="alert">
            {t(`refusal.${refusal}`)}
          </Alert>
        )}
        <TextInput label={t('email')} type="email" autoComplete="username" autoFocus {...form.getInputProps('email')} />
        <PasswordInput
          label={t('password')}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword'), tabIndex: 0 }}
          {...form.getInputProps('password')}
        />
        <Button type="submit" loading={busy} disabled={!mounted} mt="xs">
          {t('submit')}
        </Button>
      </Stack>
    </Paper>
  );
}

async function signIn(values: { email: string; password: string }): Promise<Refusal | undefined> {
  const response = await fetch('/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json', [ownHeader]: '1' },
    body: JSON.stringify({ email: values.email.trim(), password: values.password }),
  }).catch(() => undefined);
  if (response?.ok) return undefined;
  const text = (await response?.text().catch(() => undefined)) ?? '';
  return (['SIGN_IN_REFUSED', 'SIGN_IN_SLOWED'] as const).find((code) => text.includes(`"${code}"`)) ?? 'UNAVAILABLE';
}
