'use client';

import { Select, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { MemberAttributesQuery } from '@/graphql/generated/graphql';

interface Props {
  declared: Pick<MemberAttributesQuery['memberAttributes'][number], 'type' | 'name' | 'values'>;
  value: string;
  error: ReactNode;
  onChange: (value: string) => void;
}

/** A value of an attribute, entered as its type asks. */
export function AttributeField({ declared: { type, name, values }, value, error, onChange }: Props) {
  const t = useTranslations('member');
  switch (type) {
    case 'FLAG':
      return (
        <Select
          label={name}
          clearable
          data={[
            { value: 'true', label: t('yes') },
            { value: 'false', label: t('no') },
          ]}
          value={value === 'true' || value === 'false' ? value : null}
          error={error}
          onChange={(chosen) => onChange(chosen ?? '')}
        />
      );
    case 'DATE':
      return (
        <DateInput
          label={name}
          clearable
          valueFormat="DD.MM.YYYY"
          value={value || null}
          error={error}
          onChange={(day) => onChange(day ?? '')}
        />
      );
    default:
      if (values.length > 0) {
        const options = values.map((named) => ({ value: named.value, label: named.name }));
        const isOther = value !== '' && values.every((named) => named.value !== value);
        return (
          <Select
            label={name}
            clearable
            data={isOther ? [...options, { value, label: value }] : options}
            value={value || null}
            error={error}
            onChange={(chosen) => onChange(chosen ?? '')}
          />
        );
      }
      return (
        <TextInput
          label={name}
          inputMode={type === 'NUMBER' ? 'decimal' : 'text'}
          value={value}
          error={error}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
  }
}
