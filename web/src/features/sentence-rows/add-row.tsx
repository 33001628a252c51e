'use client';

import { Select } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { JsonObject } from '@/features/draft';
import { useDraft } from './draft-context';
import { useRowWords, type RowLanguage } from './row-language';

interface Props {
  language: RowLanguage;
  label: string;
  onAdd: (row: JsonObject) => void;
}

/** Finds a kind of row by its name and adds one with good values in it. */
export function AddRow({ language, label, onAdd }: Props) {
  const words = useRowWords(language);
  const { disabled } = useDraft();
  const [typed, setTyped] = useState('');
  const { kinds, groups } = language;
  const options = groups.map((group) => ({
    group: words.group(group),
    items: Object.keys(kinds)
      .filter((kind) => kinds[kind]?.group === group)
      .map((kind) => ({ value: kind, label: words.name(kind) })),
  }));
  const add = (kind: string | null) => {
    setTyped('');
    if (kind !== null) onAdd({ kind, ...kinds[kind]?.blank });
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
      data={options}
      value={null}
      onChange={add}
      maxDropdownHeight={340}
      disabled={disabled}
    />
  );
}
