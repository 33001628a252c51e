'use client';

import { Modal, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { useTranslations } from 'next-intl';
import { SaveHolidayDocument, type HolidayFieldsFragment } from '@/graphql/generated/graphql';
import { useChange } from '@/graphql/use-change';
import { FormButtons } from '@/ui/form-buttons';
import { notifyDone, notifyRefused } from '@/ui/notify';
import { useEnumLabel } from '@/ui/use-enum-label';
import { useRefusalText } from '@/ui/use-refusal-text';

interface Props {
  /** Absent: a new one. */
  known: HolidayFieldsFragment | undefined;
  onClose: () => void;
  onSaved: () => void;
}

const kinds = ['PUBLIC', 'RETAIL', 'WORKING', 'DAY_OFF'] as const;
const names = ['nameRu', 'nameKk', 'nameEn'] as const;

/** A holiday on a day; another day moves it. */
export function EditHoliday({ known, onClose, onSaved }: Props) {
  const t = useTranslations('holidays');
  const kind = useEnumLabel('holidayKind');
  const refusalText = useRefusalText();
  const [save, busy] = useChange(SaveHolidayDocument);
  const form = useForm({
    initialValues: known ?? { day: '', key: '', kind: 'RETAIL', nameRu: '', nameKk: '', nameEn: '' },
    validate: { day: (day) => (day ? null : t('dayNeeded')) },
  });
  const submit = form.onSubmit(async ({ day, key, nameRu, nameKk, nameEn, ...values }) => {
    const chosen = kinds.find((one) => one === values.kind) ?? 'RETAIL';
    const input = { day, key, kind: chosen, nameRu, nameKk, nameEn, movedFrom: known?.day ?? null };
    const answer = (await save({ input }))?.saveHoliday;
    if (answer === undefined) return;
    if (answer.__typename !== 'HolidaySaved') {
      if (answer.field in form.values) return form.setFieldError(answer.field, t('invalid'));
      return notifyRefused(refusalText(answer));
    }
    notifyDone(t('saved'));
    onSaved();
    onClose();
  });
  return (
    <Modal opened onClose={onClose} title={known === undefined ? t('add') : t('edit')} size="lg">
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
            <DateInput label={t('day')} required valueFormat="DD.MM.YYYY" {...form.getInputProps('day')} />
            <Select
              label={t('kind')}
              description={t('kindHelp')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              allowDeselect={false}
              data={kinds.map((value) => ({ value, label: kind(value) }))}
              {...form.getInputProps('kind')}
            />
            <TextInput
              label={t('key')}
              description={t('keyHelp')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              required
              disabled={known !== undefined}
              {...form.getInputProps('key')}
            />
            {names.map((name) => (
              <TextInput key={name} label={t(name)} required {...form.getInputProps(name)} />
            ))}
          </SimpleGrid>
          <FormButtons action={t('save')} busy={busy} onCancel={onClose} disabled={!form.isDirty()} />
        </Stack>
      </form>
    </Modal>
  );
}
