'use client';

import { Autocomplete, MultiSelect, Select, TagsInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { NameSource, Path } from '@/features/draft';
import { useField } from './draft-context';
import { useNameOptions, type NameOption } from './use-name-options';
import { withChosen } from './with-chosen';
import classes from './rows.module.css';

interface Props {
  path: Path;
  label: string;
  source: NameSource;
}

/** Names that are chosen and never typed: what is not among them does not exist. */
const closed: readonly NameSource[] = [
  'stores',
  'categories',
  'brands',
  'storeCities',
  'banners',
  'storeBrands',
  'sets',
  'lists',
  'segments',
  'pools',
  'promotions',
];
/** Names that stand for ids: one of them is chosen. */
const chosen: readonly NameSource[] = ['pools', 'attributes', 'followed', 'groups', 'brands'];
const restrictNothing: readonly NameSource[] = [
  'stores',
  'storeCities',
  'banners',
  'storeBrands',
  'pools',
  'promotions',
];
const shownMax = 100;

/** Some names, found as one types. */
export function NamesField({ path, label, source }: Props) {
  const t = useTranslations('definition.row');
  const { texts, set, invalid, disabled } = useField(path);
  const [typed, setTyped] = useState('');
  const options = useSeen(useNameOptions(source, typed), texts);
  const empty = source === 'holidays' ? t('anyHoliday') : restrictNothing.includes(source) ? t('any1') : label;
  const common = {
    size: 'xs',
    className: classes.names,
    'aria-label': label,
    placeholder: texts.length === 0 ? empty : undefined,
    value: texts,
    onChange: set,
    searchValue: typed,
    onSearchChange: setTyped,
    error: invalid,
    disabled,
    comboboxProps: { withinPortal: false, width: 'max-content', position: 'bottom-start' },
    maxDropdownHeight: 280,
    limit: shownMax,
  } as const;
  const listed = new Map(options.map((option) => [option.value, option.listed ?? option.label]));
  const renderOption = ({ option }: { option: { value: string } }) => listed.get(option.value) ?? option.value;
  if (closed.includes(source)) {
    const data = withChosen(options, texts);
    return (
      <MultiSelect
        {...common}
        searchable
        hidePickedOptions
        data={data}
        renderOption={renderOption}
        nothingFoundMessage={t('noneYet')}
      />
    );
  }
  return (
    <TagsInput
      {...common}
      acceptValueOnBlur
      data={options.map(({ value }) => value)}
      // Articles were searched already, also by name.
      {...(source === 'skus' && { filter: ({ options: found }) => found })}
      renderOption={renderOption}
    />
  );
}

/** One name: chosen where there are ids behind the names, else typed. */
export function NameField({ path, label, source }: Props) {
  const t = useTranslations('definition.row');
  const { text, set, invalid, disabled } = useField(path);
  const [typed, setTyped] = useState('');
  const options = useSeen(useNameOptions(source, typed), [text]);
  const common = { size: 'xs', w: 200, 'aria-label': label, placeholder: label, error: invalid, disabled } as const;
  if (chosen.includes(source)) {
    return (
      <Select
        {...common}
        searchable
        nothingFoundMessage={t('noneYet')}
        searchValue={typed}
        onSearchChange={setTyped}
        limit={shownMax}
        data={withChosen(options, text === '' ? [] : [text])}
        value={text === '' ? null : text}
        onChange={(value) => set(value ?? '')}
        comboboxProps={{ withinPortal: false }}
      />
    );
  }
  return <Autocomplete {...common} data={options.map(({ value }) => value)} value={text} onChange={set} />;
}

/** What was found for words typed before keeps its name while it is chosen. */
function useSeen(options: NameOption[], chosenValues: readonly string[]): NameOption[] {
  const [seen, setSeen] = useState<NameOption[]>([]);
  const isAmong = (list: readonly NameOption[], value: string) => list.some((one) => one.value === value);
  const picked = options.filter(({ value }) => chosenValues.includes(value) && !isAmong(seen, value));
  if (picked.length > 0) setSeen([...seen, ...picked]);
  return [...options, ...seen.filter(({ value }) => chosenValues.includes(value) && !isAmong(options, value))];
}
