'use client';

import { Select, SimpleGrid, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { kindsOfFile, type ImportKind } from './kinds';
import type { Mapping } from './mapping';

interface Props {
  kind: ImportKind;
  header: string[];
  mapping: Mapping;
  onChange: (mapping: Mapping) => void;
}

/** For each column the programme knows, the column of the file that fills it. */
export function MappingFields({ kind, header, mapping, onChange }: Props) {
  const t = useTranslations('imports');
  const { required, optional } = kindsOfFile[kind];
  const attributes = Object.keys(mapping).filter((column) => column.startsWith('attr:'));
  const used = new Set(Object.values(mapping));
  const unused = header.filter((name) => !used.has(name));
  const pair = (column: string, from: string | null) => {
    const { [column]: _, ...rest } = mapping;
    onChange(from === null ? rest : { ...rest, [column]: from });
  };
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="xs" verticalSpacing="xs">
        {[...required, ...optional, ...attributes].map((column) => (
          <Select
            key={column}
            size="xs"
            label={column}
            required={required.includes(column)}
            placeholder={t('notInFile')}
            clearable
            searchable
            data={header}
            value={mapping[column] ?? null}
            onChange={(from) => pair(column, from)}
          />
        ))}
      </SimpleGrid>
      {unused.length > 0 && (
        <Text fz="sm" c="dimmed">
          {t('unused', { columns: unused.join(', ') })}
        </Text>
      )}
    </>
  );
}
