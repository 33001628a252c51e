'use client';

import { Select, TextInput } from '@mantine/core';
import { useMessages } from 'next-intl';
import type { Path } from '@/features/draft';
import { Chips, useField } from '@/features/sentence-rows';

interface FieldProps {
  path: Path;
  label: string;
}

/** What a code of the language is called in a sentence. */
export function useChoiceWords(): (code: string) => string {
  const words: Record<string, string> = useMessages().segmentRows.choices;
  return (code) => words[code] ?? code;
}

/** One of a few words; blank does not matter, where that is allowed. */
export function ChoiceField({
  path,
  label,
  of,
  canBeBlank = false,
}: FieldProps & { of: readonly string[]; canBeBlank?: boolean }) {
  const print = useChoiceWords();
  const { text, set, disabled } = useField(path);
  const options = of.map((code) => ({ value: code, label: print(code) }));
  return (
    <WordSelect
      label={label}
      options={canBeBlank ? [{ value: '', label: print('ANY') }, ...options] : options}
      value={text}
      onChange={(code) => set(code === '' ? null : code)}
      disabled={disabled}
    />
  );
}

/** Some of a few words. */
export function ChoicesField({ path, label, of }: FieldProps & { of: readonly string[] }) {
  const print = useChoiceWords();
  const { texts, set, disabled } = useField(path);
  const others = texts.filter((code) => !of.includes(code));
  return (
    <Chips
      label={label}
      chosen={texts}
      options={[...of, ...others].map((code) => ({ value: code, label: print(code) }))}
      onChange={set}
      disabled={disabled}
    />
  );
}

/** Yes or no in words of the gap: "agreed to", "did not agree to". Where it may be absent, absent does not matter. */
export function FlagField({ path, label, canBeBlank = false }: FieldProps & { canBeBlank?: boolean }) {
  const print = useChoiceWords();
  const { value, set, disabled } = useField(path);
  const name = path.slice(path.lastIndexOf('.') + 1).toUpperCase();
  const options = ['true', 'false'].map((flag) => ({ value: flag, label: print(`${name}_${flag.toUpperCase()}`) }));
  return (
    <WordSelect
      label={label}
      options={canBeBlank ? [{ value: '', label: print('ANY') }, ...options] : options}
      value={typeof value === 'boolean' ? String(value) : ''}
      onChange={(flag) => set(flag === '' ? null : flag === 'true')}
      disabled={disabled}
    />
  );
}

interface SelectProps {
  label: string;
  options: { value: string; label: string }[];
  value: string;
  onChange: (value: string) => void;
  disabled: boolean;
}

/** A choice within a sentence, as wide as its longest word. */
export function WordSelect({ label, options, value, onChange, disabled }: SelectProps) {
  const longest = Math.max(...options.map((option) => option.label.length));
  return (
    <Select
      size="xs"
      w={`calc(${Math.min(longest, 30)}ch + 3rem)`}
      aria-label={label}
      allowDeselect={false}
      data={options}
      value={value}
      onChange={(next) => next !== null && onChange(next)}
      comboboxProps={{ withinPortal: false, width: 'max-content', position: 'bottom-start' }}
      disabled={disabled}
    />
  );
}

export function TextField({ path, label }: FieldProps) {
  const { text, set, invalid, disabled } = useField(path);
  return (
    <TextInput
      size="xs"
      w={120}
      aria-label={label}
      placeholder="…"
      value={text}
      onChange={({ currentTarget: { value } }) => set(value === '' ? null : value)}
      error={invalid}
      disabled={disabled}
    />
  );
}
