'use client';

import { Modal, Select, SimpleGrid, Stack, Switch, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useTranslations } from 'next-intl';
import { typedDecimal } from '@/fmt/typed-decimal';
import { SaveProductDocument, type ProductQuery } from '@/graphql/generated/graphql';
import { useChange } from '@/graphql/use-change';
import { FormButtons } from '@/ui/form-buttons';
import { notifyDone, notifyRefused } from '@/ui/notify';
import { useEnumLabel } from '@/ui/use-enum-label';
import { useRefusalText } from '@/ui/use-refusal-text';
import type { ProductFacts } from './product';

interface Props {
  product: ProductFacts;
  attributes: ProductQuery['productAttributes'];
  onClose: () => void;
  onSaved: () => void;
}

/** What the chain itself says of a product; name, category and prices come with imports. */
export function EditProduct({ product, attributes, onClose, onSaved }: Props) {
  const t = useTranslations('product');
  const refusalText = useRefusalText();
  const [save, busy] = useChange(SaveProductDocument);
  const form = useForm({ initialValues: formOf(product, attributes) });
  const submit = form.onSubmit(async ({ minPrice, values, ...rest }) => {
    const input = {
      ...rest,
      status: rest.status === 'DISCONTINUED' ? ('DISCONTINUED' as const) : ('ACTIVE' as const),
      sku: product.id,
      revision: product.revision,
      minPrice: typedDecimal(minPrice) || null,
      attributes: Object.entries(values).map(([key, value]) => ({ key, value })),
    };
    const answer = (await save({ input }))?.saveProduct;
    if (answer === undefined) return;
    if (answer.__typename === 'ProductInvalid') {
      return form.setFieldError(answer.field.replace(/^attributes\./, 'values.'), answer.message);
    }
    if (answer.__typename !== 'ProductSaved') return notifyRefused(refusalText(answer));
    notifyDone(t('saved'));
    onSaved();
    onClose();
  });
  return (
    <Modal opened onClose={onClose} title={t('edit')} size="lg">
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <ProductFields attributes={attributes} form={form} />
          <FormButtons action={t('save')} busy={busy} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  );
}

interface FieldsProps {
  attributes: ProductQuery['productAttributes'];
  form: UseFormReturnType<ReturnType<typeof formOf>>;
}

function ProductFields({ attributes, form }: FieldsProps) {
  const t = useTranslations('product');
  const c = useTranslations('catalogue');
  const status = useEnumLabel('productStatus');
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput
          label={c('minPrice')}
          description={t('minPriceHelp')}
          inputMode="decimal"
          {...form.getInputProps('minPrice')}
        />
        <TextInput
          label={t('substitutesGroup')}
          description={t('substitutesHelp')}
          {...form.getInputProps('substitutesGroup')}
        />
        <TextInput label={c('season')} {...form.getInputProps('season')} />
        <Select
          label={c('status')}
          allowDeselect={false}
          data={['ACTIVE', 'DISCONTINUED'].map((value) => ({ value, label: status(value) }))}
          {...form.getInputProps('status')}
        />
        {attributes.map(({ key, name, unit, type, allowedValues }) => (
          <TextInput
            key={key}
            label={unit === null ? name : `${name}, ${unit}`}
            description={allowedValues.length > 0 && type !== 'LIST' ? allowedValues.join(', ') : t(`typeHelp.${type}`)}
            {...form.getInputProps(`values.${key}`)}
          />
        ))}
      </SimpleGrid>
      <Switch
        label={t('notDiscountable')}
        description={t('notDiscountableHelp')}
        {...form.getInputProps('notDiscountable', { type: 'checkbox' })}
      />
    </>
  );
}

function formOf(product: ProductFacts, attributes: ProductQuery['productAttributes']) {
  const known = new Map(product.attributes.map(({ attribute, text }) => [attribute.key, text]));
  return {
    minPrice: product.minPrice ?? '',
    substitutesGroup: product.substitutesGroup ?? '',
    season: product.season ?? '',
    status: product.status as string,
    notDiscountable: product.notDiscountable,
    values: Object.fromEntries(attributes.map(({ key }) => [key, known.get(key) ?? ''])),
  };
}
