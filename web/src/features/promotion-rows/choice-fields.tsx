'use client';

import { Group, Select, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { at, type Json, type Path, put, textAt } from '@/features/draft';
import { Chips, useDraft, useField, ValuesField } from '@/features/sentence-rows';

interface FieldProps {
  path: Path;
  label: string;
}

/** One of a few words. */
export function ChoiceField({
  path,
  label,
  of,
  canBeBlank = false,
}: FieldProps & { of: readonly string[]; canBeBlank?: boolean }) {
  const t = useTranslations('definition');
  const { json, change, disabled } = useDraft();
  const value = at(json, path);
  const print = (code: string) => {
    if (path.endsWith('.by')) return t(`by.${code as 'SUM'}`);
    return canBeBlank ? t(`child.${code as 'FEMALE'}`) : t(`gender.${code as 'FEMALE'}`);
  };
  const options = of.map((code) => ({ value: code, label: print(code) }));
  return (
    <Select
      size="xs"
      w={150}
      aria-label={label}
      allowDeselect={false}
      data={canBeBlank ? [{ value: '', label: t('child.ANY') }, ...options] : options}
      value={typeof value === 'string' ? value : ''}
      onChange={(next) => next !== null && change(put(json, path, next === '' ? null : next))}
      disabled={disabled}
    />
  );
}

const channels = ['POS', 'ONLINE', 'APP'];

export function ChannelsField({ path, label }: FieldProps) {
  const t = useTranslations('definition.channels');
  const { texts, set, disabled } = useField(path);
  return (
    <Chips
      label={label}
      chosen={texts}
      options={channels.map((value) => ({ value, label: t(value as 'POS') }))}
      onChange={set}
      disabled={disabled}
    />
  );
}

const operators = ['EQ', 'IN', 'GTE', 'LTE', 'BETWEEN'] as const;

/** How an attribute compares, and with what; what reads as a number is one. */
export function TestField({ path, isOfMembers }: { path: Path; isOfMembers: boolean }) {
  const t = useTranslations('definition');
  const { json, disabled } = useDraft();
  const op = useField(`${path}.op`);
  return (
    <>
      <Select
        size="xs"
        w={140}
        aria-label={t('slots.test')}
        allowDeselect={false}
        data={operators.map((value) => ({ value, label: t(`operators.${value}`) }))}
        value={op.text}
        onChange={(next) => next !== null && op.set(next)}
        disabled={disabled}
      />
      <ValuesField
        path={`${path}.values`}
        label={t('slots.values')}
        attribute={isOfMembers ? textAt(json, `${path}.key`) : undefined}
        toValue={asValue}
      />
    </>
  );
}

function asValue(typed: string): Json {
  if (typed === 'true' || typed === 'false') return typed === 'true';
  return /^-?\d+(\.\d+)?$/.test(typed) && String(Number(typed)) === typed ? Number(typed) : typed;
}

export function TextField({ path, label }: FieldProps) {
  const { text, set, invalid, disabled } = useField(path);
  return (
    <TextInput
      size="xs"
      w={140}
      aria-label={label}
      value={text}
      onChange={(event) => set(event.currentTarget.value)}
      error={invalid}
      disabled={disabled}
    />
  );
}

/** A text in the three languages; one is enough, the others fall back to it. */
export function TextsField({ path }: { path: Path }) {
  const t = useTranslations('definition.languages');
  return (
    <Group gap={4} grow miw="min(100%, 30rem)" preventGrowOverflow={false}>
      {(['ru', 'kk', 'en'] as const).map((language) => (
        <LanguageField key={language} path={`${path}.${language}`} label={t(language)} />
      ))}
    </Group>
  );
}

function LanguageField({ path, label }: FieldProps) {
  const { text, set, disabled } = useField(path);
  return (
    <TextInput
      size="xs"
      aria-label={label}
      placeholder={label}
      value={text}
      maxLength={300}
      onChange={(event) => set(event.currentTarget.value)}
      disabled={disabled}
    />
  );
}
