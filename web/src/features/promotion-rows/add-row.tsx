'use client';

import { Select } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import {
  conditionGroups,
  conditionKinds,
  effectGroups,
  effectKinds,
  type JsonObject,
} from '@/features/promotion-definition';
import { useDraft } from './draft-context';

interface Props {
  of: 'conditions' | 'effects';
  onAdd: (row: JsonObject) => void;
}

/** Finds a kind of row by its name and adds one with good values in it. */
export function AddRow({ of, onAdd }: Props) {
  const t = useTranslations('definition');
  const { disabled } = useDraft();
  const [typed, setTyped] = useState('');
  const label = of === 'conditions' ? t('row.addCondition') : t('row.addEffect');
  const options = { conditions: useConditionOptions(), effects: useEffectOptions() };
  const add = (kind: string | null) => {
    setTyped('');
    if (kind === null) return;
    const kinds: Record<string, { blank: JsonObject }> = of === 'conditions' ? conditionKinds : effectKinds;
    onAdd({ kind, ...kinds[kind]?.blank });
  };
  return (
    <Select
      size="xs"
      w={{ base: '100%', xs: 300 }}
      aria-label={label}
      placeholder={label}
      leftSection={<IconPlus size={14} aria-hidden />}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      selectFirstOptionOnChange
      data={options[of]}
      value={null}
      onChange={add}
      maxDropdownHeight={340}
      disabled={disabled}
    />
  );
}

function useConditionOptions() {
  const t = useTranslations('definition');
  const kinds = Object.keys(conditionKinds) as (keyof typeof conditionKinds)[];
  return conditionGroups.map((group) => ({
    group: t(`groups.${group}`),
    items: kinds
      .filter((kind) => conditionKinds[kind].group === group)
      .map((kind) => ({ value: kind, label: t(`conditionNames.${kind}`) })),
  }));
}

function useEffectOptions() {
  const t = useTranslations('definition');
  const kinds = Object.keys(effectKinds) as (keyof typeof effectKinds)[];
  return effectGroups.map((group) => ({
    group: t(`groups.${group}`),
    items: kinds
      .filter((kind) => effectKinds[kind].group === group)
      .map((kind) => ({ value: kind, label: t(`effectNames.${kind}`) })),
  }));
}
