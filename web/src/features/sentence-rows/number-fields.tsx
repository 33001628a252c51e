'use client';

import { NumberInput, Text, type NumberInputProps } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { Path } from '@/features/draft';
import { useFmt } from '@/fmt';
import { useField } from './draft-context';

interface FieldProps {
  path: Path;
  label: string;
}

interface NumberProps extends FieldProps {
  /** Decimals are written as texts, whole numbers as numbers. */
  decimals: 0 | 2 | 3;
  sign?: string;
  placeholder?: string;
}

/** A number in a sentence, as wide as it is long. Left blank it is null: no bound, or a gap that is still to be filled. */
export function NumberField({ label, ...props }: NumberProps) {
  const { text } = useField(props.path);
  return <TypedNumber {...props} size="xs" w={widthOf(text, props)} aria-label={label} />;
}

/** Wide enough for a number in a sentence. */
export function widthOf(text: string, { placeholder = '', sign = '' }: { placeholder?: string; sign?: string }) {
  const digits = Math.max(text.length, placeholder.length, 2) + sign.length;
  return `calc(${digits + Math.floor(text.length / 4)}ch + 1.75rem)`;
}

interface BoxProps extends Pick<NumberInputProps, 'size' | 'w' | 'maw' | 'error' | 'disabled'> {
  label?: string | undefined;
  description?: string;
  'aria-label'?: string;
  decimals: 0 | 2 | 3;
  sign?: string;
  placeholder?: string | undefined;
  /** As a decimal string; blank when there is none. */
  text: string;
  onType: (text: string) => void;
}

/** A number as people of the page's language write it. */
export function NumberBox({ text, onType, decimals, sign = '', ...props }: BoxProps) {
  const { locale } = useFmt();
  return (
    <NumberInput
      {...props}
      hideControls
      // Nobody types one; what was pasted is shown as it is.
      allowNegative={text.startsWith('-')}
      decimalScale={decimals}
      decimalSeparator={locale === 'en' ? '.' : ','}
      allowedDecimalSeparators={['.', ',']}
      thousandSeparator={locale === 'en' ? ',' : ' '}
      valueIsNumericString
      suffix={sign}
      value={text.replace(/\.00$/, '')}
      onValueChange={({ value }, { event }) => {
        // Without an event the value came from here.
        if (event !== undefined && value !== text) onType(value);
      }}
    />
  );
}

interface TypedNumberProps extends Omit<BoxProps, 'text' | 'onType' | 'error' | 'disabled'> {
  path: Path;
}

/** A number of the draft in a field of its own or in a sentence. */
export function TypedNumber({ path, ...props }: TypedNumberProps) {
  const { text, set, invalid, disabled } = useField(path);
  const onType = (value: string) => set(value === '' ? null : props.decimals === 0 ? Number(value) : value);
  return <NumberBox {...props} text={text} onType={onType} error={invalid} disabled={disabled} />;
}

export function WholeField({ path, label }: FieldProps) {
  const t = useTranslations('definition.row');
  return <NumberField path={path} label={label} decimals={0} placeholder={path.endsWith('.every') ? t('once') : '…'} />;
}

/** Words between the gaps of a sentence. */
export function Word({ children }: { children: string }) {
  const text = children.trim();
  return text === '' ? null : (
    <Text span fz="sm">
      {text}
    </Text>
  );
}
