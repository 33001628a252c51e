'use client';

import { Modal, Select, SimpleGrid, Stack, TagsInput, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import {
  SaveProductAttributeDocument,
  type AttributeFieldsFragment,
  type AttributeType,
} from '@/graphql/generated/graphql';
import { useChange } from '@/graphql/use-change';
import { FormButtons } from '@/ui/form-buttons';
import { notifyDone, notifyRefused } from '@/ui/notify';
import { useEnumLabel } from '@/ui/use-enum-label';
import { useRefusalText } from '@/ui/use-refusal-text';

/** A declared attribute, one that files offered, or a new one. */
export interface EditedAttribute {
  known?: AttributeFieldsFragment | undefined;
  offered?: { key: string; suggestedType: AttributeType };
}

interface Props {
  edited: EditedAttribute;
  onClose: () => void;
  onSaved: () => void;
}

const types: AttributeType[] = ['TEXT', 'NUMBER', 'BOOLEAN', 'DATE', 'LIST'];
const names = ['nameRu', 'nameKk', 'nameEn'] as const;

/** What an attribute means. Saving reads what products say of it by the new meaning. */
export function EditAttribute({ edited, onClose, onSaved }: Props) {
  const t = useTranslations('productAttributes');
  const fmt = useFmt();
  const refusalText = useRefusalText();
  const [save, busy] = useChange(SaveProductAttributeDocument);
  const form = useForm({ initialValues: formOf(edited) });
  const isNamed = form.values.type === 'TEXT' || form.values.type === 'LIST';
  const submit = form.onSubmit(async (values) => {
    const chosen = types.find((one) => one === values.type) ?? 'TEXT';
    const input = {
      ...values,
      type: chosen,
      unit: values.unit || null,
      allowedValues: isNamed ? values.allowedValues : [],
      version: edited.known?.version ?? null,
    };
    const answer = (await save({ input }))?.saveProductAttribute;
    if (answer === undefined) return;
    if (answer.__typename === 'ProductAttributeInvalid') {
      return form.setErrors(Object.fromEntries(answer.problems.map(({ field, message }) => [field, message])));
    }
    if (answer.__typename !== 'ProductAttributeSaved') return notifyRefused(refusalText(answer));
    notifyDone(t('saved', { count: answer.products, n: fmt.number(answer.products) }));
    onSaved();
    onClose();
  });
  return (
    <Modal opened onClose={onClose} title={edited.known === undefined ? t('create') : t('edit')} size="lg">
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <AttributeFields edited={edited} form={form} isNamed={isNamed} />
          <FormButtons action={t('save')} busy={busy} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  );
}

interface FieldsProps {
  edited: EditedAttribute;
  form: UseFormReturnType<ReturnType<typeof formOf>>;
  /** Whether its values are texts, of which some may be allowed. */
  isNamed: boolean;
}

function AttributeFields({ edited, form, isNamed }: FieldsProps) {
  const t = useTranslations('productAttributes');
  const type = useEnumLabel('attributeType');
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput
          label={t('key')}
          description={t('keyHelp')}
          required
          disabled={edited.known !== undefined || edited.offered !== undefined}
          {...form.getInputProps('key')}
        />
        <Select
          label={t('type')}
          description={t('typeHelp')}
          allowDeselect={false}
          data={types.map((value) => ({ value, label: type(value) }))}
          {...form.getInputProps('type')}
        />
        {names.map((name) => (
          <TextInput key={name} label={t(name)} required {...form.getInputProps(name)} />
        ))}
        <TextInput label={t('unit')} {...form.getInputProps('unit')} />
      </SimpleGrid>
      {isNamed && (
        <TagsInput label={t('allowedValues')} description={t('allowedHelp')} {...form.getInputProps('allowedValues')} />
      )}
    </>
  );
}

function formOf({ known, offered }: EditedAttribute) {
  return {
    key: known?.key ?? offered?.key ?? '',
    type: (known?.type ?? offered?.suggestedType ?? 'TEXT') as string,
    nameRu: known?.nameRu ?? '',
    nameKk: known?.nameKk ?? '',
    nameEn: known?.nameEn ?? '',
    unit: known?.unit ?? '',
    allowedValues: known?.allowedValues ?? [],
  };
}
