'use client';

import { ActionIcon, Pill, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { DateTimePicker } from '@mantine/dates';
import { IconTrash } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useStoreOptions } from '@/features/stores';
import { useFmt } from '@/fmt';
import { clockIn, instantAt } from '@/fmt/dates';
import type { BasketHandle } from './use-basket';
import classes from './preview.module.css';
import { useProducts } from '@/features/sentence-rows';

/** The goods, the store, the buyer and the moment to try the promotion on. */
export function SampleBasket({ handle }: { handle: BasketHandle }) {
  const t = useTranslations('promotion.preview');
  const { basket, changeLine, addLine, removeLine } = handle;
  return (
    <Stack gap="xs">
      <Circumstances handle={handle} />
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

function Circumstances({ handle: { basket, change } }: { handle: BasketHandle }) {
  const t = useTranslations('promotion.preview');
  const { timeZone } = useFmt();
  const clock = basket.at === null ? undefined : clockIn(timeZone, basket.at);
  return (
    <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="xs">
      <Select
        label={t('store')}
        searchable
        allowDeselect={false}
        data={useStoreOptions()}
        value={basket.storeId}
        onChange={(storeId) => change({ storeId: storeId ?? '' })}
      />
      <TextInput
        label={t('member')}
        placeholder={basket.member === undefined ? t('memberKey') : undefined}
        leftSectionWidth={basket.member === undefined ? undefined : '100%'}
        leftSection={
          basket.member !== undefined && (
            <Pill
              withRemoveButton
              removeButtonProps={{ 'aria-label': t('forgetMember'), 'aria-hidden': false, tabIndex: 0 }}
              onRemove={() => change({ member: undefined })}
            >
              {basket.member.name}
            </Pill>
          )
        }
        value={basket.memberKey}
        onChange={(event) => change({ memberKey: event.currentTarget.value, member: undefined })}
      />
      <DateTimePicker
        label={t('at')}
        placeholder={t('now')}
        valueFormat="DD.MM.YYYY HH:mm"
        clearable
        value={clock === undefined ? null : `${clock.date} ${clock.time}`}
        onChange={(value) =>
          change({
            at: value === null ? null : instantAt(timeZone, value.slice(0, 10), value.slice(11, 16) || '00:00'),
          })
        }
      />
    </SimpleGrid>
  );
}

function AddProduct({ onAdd }: { onAdd: BasketHandle['addLine'] }) {
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
