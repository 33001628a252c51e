'use client';

import { ActionIcon, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { StoreSelect } from '@/features/stores';
import { useProducts } from './use-products';
import type { useBasket } from './use-basket';
import classes from './editor.module.css';

type Handle = ReturnType<typeof useBasket>;

/** The goods, the store and the buyer to try the promotion on. */
export function SampleBasket({ basket, change, changeLine, addLine, removeLine }: Handle) {
  const t = useTranslations('promotion.preview');
  return (
    <Stack gap="xs">
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
        <StoreSelect
          label={t('store')}
          value={basket.storeId}
          onChange={(storeId) => change({ storeId: storeId ?? '' })}
        />
        <TextInput
          label={t('card')}
          placeholder={t('anonymous')}
          value={basket.cardNumber}
          onChange={(event) => change({ cardNumber: event.currentTarget.value })}
        />
      </SimpleGrid>
      {basket.lines.map(({ key, sku, name, quantity, price }) => (
        <div key={key} className={classes.basketLine}>
          <TextInput size="xs" aria-label={t('product')} value={`${name} · ${sku}`} readOnly />
          <TextInput
            size="xs"
            aria-label={t('quantityOf', { name })}
            inputMode="decimal"
            value={quantity}
            onChange={(event) => changeLine(key, { quantity: event.currentTarget.value })}
          />
          <TextInput
            size="xs"
            aria-label={t('priceOf', { name })}
            inputMode="decimal"
            value={price}
            onChange={(event) => changeLine(key, { price: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={30}
            aria-label={t('remove', { name })}
            onClick={() => removeLine(key)}
          >
            <IconTrash size={16} stroke={1.6} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <AddProduct onAdd={addLine} />
    </Stack>
  );
}

function AddProduct({ onAdd }: { onAdd: Handle['addLine'] }) {
  const t = useTranslations('promotion.preview');
  const [text, setText] = useState('');
  const products = useProducts(text);
  return (
    <Select
      size="xs"
      aria-label={t('add')}
      placeholder={t('add')}
      searchable
      // The service has searched already, also by name.
      filter={({ options }) => options}
      searchValue={text}
      onSearchChange={setText}
      data={products.map(({ sku, name }) => ({ value: sku, label: `${name} · ${sku}` }))}
      value={null}
      onChange={(sku) => {
        const product = products.find((one) => one.sku === sku);
        if (product !== undefined) onAdd(product);
        setText('');
      }}
    />
  );
}
