'use client';

import { Modal, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'next-intl';
import { typedDecimal } from '@/fmt/typed-decimal';
import { SetAdjustmentLimitDocument, type AdjustmentLimitFieldsFragment } from '@/graphql/generated/graphql';
import { useChange } from '@/graphql/use-change';
import { FormButtons } from '@/ui/form-buttons';
import { notifyDone, notifyRefused } from '@/ui/notify';
import { useEnumLabel } from '@/ui/use-enum-label';
import { useRefusalText } from '@/ui/use-refusal-text';

interface Props {
  limit: AdjustmentLimitFieldsFragment;
  onClose: () => void;
  onSaved: () => void;
}

const fields = ['perAdjustment', 'perDay', 'approvalAbove'] as const;

export function EditLimit({ limit, onClose, onSaved }: Props) {
  const t = useTranslations('adjustmentLimits');
  const role = useEnumLabel('role');
  const refusalText = useRefusalText();
  const [set, busy] = useChange(SetAdjustmentLimitDocument);
  const { perAdjustment, perDay, approvalAbove } = limit;
  const form = useForm({ initialValues: { perAdjustment, perDay, approvalAbove } });
  const submit = form.onSubmit(async (values) => {
    const amounts = {
      perAdjustment: typedDecimal(values.perAdjustment),
      perDay: typedDecimal(values.perDay),
      approvalAbove: typedDecimal(values.approvalAbove),
    };
    const answer = (await set({ input: { role: limit.role, ...amounts } }))?.setAdjustmentLimit;
    if (answer === undefined) return;
    if (answer.__typename === 'AdjustmentLimitInvalid') {
      if (answer.field in values) form.setFieldError(answer.field, refusalText(answer));
      else notifyRefused(refusalText(answer));
      return;
    }
    notifyDone(t('saved'));
    onSaved();
    onClose();
  });
  return (
    <Modal opened onClose={onClose} title={t('editOf', { role: role(limit.role) })}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          {fields.map((name, index) => (
            <TextInput
              key={name}
              label={t(name)}
              description={t(`${name}Help`)}
              inputMode="decimal"
              data-autofocus={index === 0 || undefined}
              {...form.getInputProps(name)}
            />
          ))}
          <FormButtons action={t('save')} busy={busy} onCancel={onClose} disabled={!form.isDirty()} />
        </Stack>
      </form>
    </Modal>
  );
}
