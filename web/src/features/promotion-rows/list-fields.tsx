'use client';

import { ActionIcon, Button, Group, Select, Stack } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useFmt } from '@/fmt';
import { GoodsField } from './goods-field';
import { at, everything, isList, isObject, type Json, type Path, put } from '@/features/draft';
import { NameField, NumberField, useDraft, useField, WholeField, Word } from '@/features/sentence-rows';

interface ItemsProps {
  path: Path;
  addLabel: string;
  /** The next item, made after the last one. */
  next: (last: Json | undefined) => Json;
  item: (path: Path, index: number) => ReactNode;
}

/** A list within a sentence: one line for each. */
function Items({ path, addLabel, next, item }: ItemsProps) {
  const t = useTranslations('definition.row');
  const { value, set, disabled } = useField(path);
  const list = isList(value) ? value : [];
  return (
    <Stack gap={4} w="100%">
      {list.map((_, index) => (
        // Items have no name of their own.
        <Group key={index} gap={6}>
          {item(`${path}.${index}`, index)}
          <ActionIcon
            variant="subtle"
            color="gray"
            size={26}
            aria-label={t('removeItem', { n: index + 1 })}
            onClick={() => set(list.filter((__, other) => other !== index))}
            disabled={disabled || list.length === 1}
          >
            <IconX size={14} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Button
        size="compact-xs"
        variant="subtle"
        w="fit-content"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => set([...list, next(list.at(-1))])}
        disabled={disabled}
      >
        {addLabel}
      </Button>
    </Stack>
  );
}

/** Rising steps: from so much, so much off. */
export function StepsField({ path, by }: { path: Path; by: Path }) {
  const t = useTranslations('definition');
  const { currencySign } = useFmt();
  const isSum = useField(by).text === 'SUM';
  return (
    <Items
      path={path}
      addLabel={t('row.addStep')}
      next={nextStep}
      item={(step) => (
        <>
          <Word>{t('row.from')}</Word>
          <NumberField
            path={`${step}.from`}
            label={t('slots.from')}
            decimals={isSum ? 2 : 3}
            sign={isSum ? ` ${currencySign}` : ''}
          />
          <StepGift path={step} />
        </>
      )}
    />
  );
}

/** A step gives a percentage or an amount. */
function StepGift({ path }: { path: Path }) {
  const t = useTranslations('definition.row');
  const { currencySign } = useFmt();
  const { json, change, disabled } = useDraft();
  const isAmount = (at(json, `${path}.amount`) ?? null) !== null;
  const choose = (which: string | null) => {
    const step = put(put(at(json, path) ?? null, 'percent', null), 'amount', null);
    change(put(json, path, put(step, which === 'amount' ? 'amount' : 'percent', which === 'amount' ? '500' : '5')));
  };
  return (
    <>
      <Select
        size="xs"
        w={140}
        aria-label={t('stepPercent')}
        allowDeselect={false}
        data={[
          { value: 'percent', label: t('stepPercent') },
          { value: 'amount', label: t('stepAmount') },
        ]}
        value={isAmount ? 'amount' : 'percent'}
        onChange={choose}
        disabled={disabled}
      />
      {isAmount ? (
        <NumberField path={`${path}.amount`} label={t('stepAmount')} decimals={2} sign={` ${currencySign}`} />
      ) : (
        <NumberField path={`${path}.percent`} label={t('stepPercent')} decimals={2} sign=" %" />
      )}
    </>
  );
}

/** Twice as far, and as much more again. */
function nextStep(last: Json | undefined): Json {
  if (!isObject(last)) return { from: '5000', percent: '5', amount: null };
  const grown = (key: string, factor: number) => (last[key] == null ? null : String(Number(last[key]) * factor));
  return { from: grown('from', 2), percent: grown('percent', 2), amount: grown('amount', 2) };
}

/** The parts that make a set. */
export function PartsField({ path }: { path: Path }) {
  const t = useTranslations('definition');
  return (
    <Items
      path={path}
      addLabel={t('row.addPart')}
      next={() => ({ goods: everything, quantity: 1 })}
      item={(part) => (
        <>
          <WholeField path={`${part}.quantity`} label={t('slots.quantity')} />
          <Word>×</Word>
          <GoodsField path={`${part}.goods`} label={t('slots.goods')} />
        </>
      )}
    />
  );
}

/** A percentage for each way of paying. */
export function RatesField({ path }: { path: Path }) {
  const t = useTranslations('definition');
  return (
    <Items
      path={path}
      addLabel={t('row.addRate')}
      next={() => ({ tender: '', percent: '5' })}
      item={(rate) => (
        <>
          <NameField path={`${rate}.tender`} label={t('slots.tender')} source="tenders" />
          <NumberField path={`${rate}.percent`} label={t('slots.percent')} decimals={2} sign=" %" />
        </>
      )}
    />
  );
}
