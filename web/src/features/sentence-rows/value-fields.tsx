'use client';

import { MultiSelect, TagsInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { Json, Path } from '@/features/draft';
import { useField } from './draft-context';
import { useAttributeWords } from './use-attribute-words';
import { withChosen } from './with-chosen';

interface Props {
  path: Path;
  label: string;
  /** Key of the attribute of members whose values they are; none for values of anything else. */
  attribute: string | undefined;
  /** From what is typed to what is kept; the text itself when absent. */
  toValue?: (typed: string) => Json;
}

/** Values of an attribute: chosen by name where they have names, else typed. */
export function ValuesField({ path, label, attribute, toValue = (typed) => typed }: Props) {
  const t = useTranslations('definition.row');
  const { texts, set, invalid, disabled } = useField(path);
  const named = useAttributeWords(attribute !== undefined).get(attribute ?? '')?.values;
  const common = {
    size: 'xs',
    miw: 140,
    'aria-label': label,
    value: texts,
    onChange: (values: string[]) => set(values.map(toValue)),
    error: invalid,
    disabled,
  } as const;
  if (named === undefined || named.size === 0)
    return <TagsInput {...common} placeholder={texts.length === 0 ? t('typeMore') : undefined} acceptValueOnBlur />;
  const options = [...named].map(([value, name]) => ({ value, label: name }));
  return (
    <MultiSelect
      {...common}
      placeholder={texts.length === 0 ? label : undefined}
      data={withChosen(options, texts)}
      hidePickedOptions
      comboboxProps={{ withinPortal: false }}
    />
  );
}
