'use client';

import { Modal, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { useTranslations } from 'next-intl';
import { SaveStoreDocument, type SaveStoreInput, type StoreFieldsFragment } from '@/graphql/generated/graphql';
import { useChange } from '@/graphql/use-change';
import { FormButtons } from '@/ui/form-buttons';
import { notifyDone } from '@/ui/notify';
import { useRefusalText } from '@/ui/use-refusal-text';

interface Props {
  /** The store to change; absent for a new one. */
  store: StoreFieldsFragment | undefined;
  onClose: () => void;
  onSaved: () => void;
}

const textFields = ['name', 'city', 'banner', 'brand', 'format', 'legalEntity', 'timeZone'] as const;
const coordinates = ['latitude', 'longitude'] as const;

export function EditStore({ store, onClose, onSaved }: Props) {
  const t = useTranslations('stores');
  const refusalText = useRefusalText();
  const [save, busy] = useChange(SaveStoreDocument);
  const needed = (value: string) => (value.trim() === '' ? t('needed') : null);
  const form = useForm({ initialValues: formOf(store), validate: { id: needed, name: needed, city: needed } });
  const submit = form.onSubmit(async (values) => {
    const answer = (await save({ input: inputOf(values) }))?.saveStore;
    if (answer === undefined) return;
    if (answer.__typename === 'StoreInvalid') {
      return form.setFieldError(answer.field in values ? answer.field : 'id', refusalText(answer));
    }
    notifyDone(t('saved'));
    onSaved();
    onClose();
  });
  return (
    <Modal opened onClose={onClose} title={store === undefined ? t('add') : t('edit')} size="lg">
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
            <TextInput
              label={t('id')}
              description={t('idHelp')}
              required
              disabled={store !== undefined}
              {...form.getInputProps('id')}
            />
            {textFields.map((name) => (
              <TextInput
                key={name}
                label={t(name)}
                required={name === 'name' || name === 'city'}
                {...form.getInputProps(name)}
              />
            ))}
            <DateInput label={t('openedOn')} valueFormat="DD.MM.YYYY" clearable {...form.getInputProps('openedOn')} />
            <DateInput label={t('closedOn')} valueFormat="DD.MM.YYYY" clearable {...form.getInputProps('closedOn')} />
            {coordinates.map((name) => (
              <TextInput key={name} label={t(name)} inputMode="decimal" {...form.getInputProps(name)} />
            ))}
          </SimpleGrid>
          <FormButtons action={t('save')} busy={busy} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  );
}

function formOf(store: StoreFieldsFragment | undefined) {
  const text = (value: string | number | null | undefined) =>
    value === null || value === undefined ? '' : String(value);
  return {
    id: text(store?.id),
    name: text(store?.name),
    city: text(store?.city),
    banner: text(store?.banner),
    brand: text(store?.brand),
    format: text(store?.format),
    legalEntity: text(store?.legalEntity),
    timeZone: text(store?.timeZone),
    openedOn: store?.openedOn ?? null,
    closedOn: store?.closedOn ?? null,
    latitude: text(store?.latitude),
    longitude: text(store?.longitude),
  };
}

function inputOf({ latitude, longitude, openedOn, closedOn, ...texts }: ReturnType<typeof formOf>): SaveStoreInput {
  const number = (typed: string) => (typed.trim() === '' ? null : Number(typed.replace(',', '.')));
  const optional = (typed: string) => typed.trim() || null;
  const { id, name, city, ...rest } = texts;
  return {
    id: id.trim(),
    name: name.trim(),
    city: city.trim(),
    brand: optional(rest.brand),
    banner: optional(rest.banner),
    format: optional(rest.format),
    legalEntity: optional(rest.legalEntity),
    timeZone: optional(rest.timeZone),
    openedOn,
    closedOn,
    latitude: number(latitude),
    longitude: number(longitude),
  };
}
