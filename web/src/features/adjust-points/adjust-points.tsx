'use client';

import { Modal, SegmentedControl, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormButtons } from '@/ui/form-buttons';
import { newId } from '@/ui/new-id';
import { useEnumLabel } from '@/ui/use-enum-label';
import { blankAdjustment, problemsOf, reasonsFor, type AdjustForm } from './adjust-form';
import { Outcome } from './outcome';
import { useAdjust } from './use-adjust';
import { useAllowance } from './use-allowance';

interface Props {
  memberId: string;
  available: string;
  onClose: () => void;
  onChanged: () => void;
}

const noteMax = 500;

/** Gives or takes points by hand: why, how many, with which dates, and what will become of it. */
export function AdjustPoints({ memberId, available, onClose, onChanged }: Props) {
  const t = useTranslations('adjust');
  const [adjustmentId] = useState(newId);
  const form = useForm({
    initialValues: blankAdjustment,
    validate: (values) =>
      Object.fromEntries(Object.entries(problemsOf(values)).map(([field, problem]) => [field, t(problem)])),
  });
  const { adjust, busy } = useAdjust(form, { adjustmentId, memberId });
  const { direction, amount } = form.values;
  const { allowance, waits } = useAllowance(amount);
  const submit = form.onSubmit(async (values) => {
    if (!(await adjust(values))) return;
    onChanged();
    onClose();
  });
  return (
    <Modal opened onClose={onClose} title={t('title')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Fields form={form} />
          <Outcome allowance={allowance} waits={waits} available={available} />
          <FormButtons action={t(waits ? 'sendForApproval' : direction)} busy={busy} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  );
}

function Fields({ form }: { form: UseFormReturnType<AdjustForm> }) {
  const t = useTranslations('adjust');
  const reason = useEnumLabel('adjustmentReason');
  const { direction } = form.values;
  const turn = (chosen: string) => {
    const next = chosen === 'take' ? 'take' : 'give';
    const kept = form.values.reason !== null && reasonsFor(next).includes(form.values.reason);
    form.setValues({ direction: next, ...(kept ? {} : { reason: null }) });
  };
  const days = (name: 'activationDays' | 'lifetimeDays') => (
    <TextInput label={t(name)} description={t(`${name}Help`)} inputMode="numeric" {...form.getInputProps(name)} />
  );
  return (
    <>
      <SegmentedControl
        aria-label={t('direction')}
        value={direction}
        onChange={turn}
        data={(['give', 'take'] as const).map((value) => ({ value, label: t(value) }))}
      />
      <TextInput
        label={t('amount')}
        data-autofocus
        required
        inputMode="decimal"
        autoComplete="off"
        {...form.getInputProps('amount')}
      />
      <Select
        label={t('reason')}
        required
        data={reasonsFor(direction).map((value) => ({ value, label: reason(value) }))}
        {...form.getInputProps('reason')}
      />
      <Textarea
        label={t('note')}
        description={t('noteHelp')}
        required={form.values.reason === 'OTHER'}
        autosize
        minRows={2}
        maxLength={noteMax}
        {...form.getInputProps('note')}
      />
      {direction === 'give' && (
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          {days('activationDays')}
          {days('lifetimeDays')}
        </SimpleGrid>
      )}
    </>
  );
}
