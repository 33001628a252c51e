'use client';

import { ActionIcon, Button, Group, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useCatalogueFilters } from '@/features/catalogue';
import { ClauseNames } from './clause-names';
import { leafKinds, newClause, operators, type Clause, type GoodsForm, type LeafKind } from './goods-form';

interface Props {
  label: string;
  value: GoodsForm;
  onChange: (value: GoodsForm) => void;
  /** Kinds that cannot be named here. */
  without?: LeafKind[];
}

/** A rule as sentences: “category is…”, “colour is not…”, all or any of which must hold. */
export function GoodsFields({ label, value, onChange, without = [] }: Props) {
  const t = useTranslations('goods');
  const options = useCatalogueFilters();
  const { join, clauses } = value;
  const change = (next: Clause) =>
    onChange({ join, clauses: clauses.map((clause) => (clause.id === next.id ? next : clause)) });
  const kinds = leafKinds.filter((kind) => !without.includes(kind));
  return (
    <Stack gap="xs" role="group" aria-label={label}>
      <Group gap="xs" justify="space-between">
        <Text fz="sm" fw={500}>
          {label}
        </Text>
        {clauses.length > 1 && (
          <SegmentedControl
            size="xs"
            aria-label={t('join')}
            data={[
              { value: 'ALL', label: t('all') },
              { value: 'ANY', label: t('any') },
            ]}
            value={join}
            onChange={(next) => onChange({ join: next === 'ANY' ? 'ANY' : 'ALL', clauses })}
          />
        )}
      </Group>
      {clauses.map((clause) => (
        <ClauseRow
          key={clause.id}
          clause={clause}
          kinds={kinds}
          options={options.data}
          onChange={change}
          onRemove={
            clauses.length > 1
              ? () => onChange({ join, clauses: clauses.filter(({ id }) => id !== clause.id) })
              : undefined
          }
        />
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        w="fit-content"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => onChange({ join, clauses: [...clauses, newClause()] })}
      >
        {t('add')}
      </Button>
    </Stack>
  );
}

interface RowProps {
  clause: Clause;
  kinds: LeafKind[];
  options: ReturnType<typeof useCatalogueFilters>['data'];
  onChange: (clause: Clause) => void;
  onRemove: (() => void) | undefined;
}

function ClauseRow({ clause, kinds, options, onChange, onRemove }: RowProps) {
  const t = useTranslations('goods');
  const attributes = options?.productAttributes ?? [];
  return (
    <Group gap="xs" align="flex-start">
      <Select
        aria-label={t('kind')}
        w={150}
        allowDeselect={false}
        data={kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
        value={clause.kind}
        onChange={(kind) =>
          onChange({ ...newClause(kinds.find((one) => one === kind)), id: clause.id, not: clause.not })
        }
      />
      {clause.kind === 'ATTRIBUTE' && (
        <Select
          aria-label={t('attribute')}
          placeholder={t('attribute')}
          w={140}
          allowDeselect={false}
          data={attributes.map(({ key, name }) => ({ value: key, label: name }))}
          value={clause.key || null}
          onChange={(key) => onChange({ ...clause, key: key ?? '', names: [] })}
        />
      )}
      <Select
        aria-label={t('not')}
        w={110}
        allowDeselect={false}
        data={[
          { value: 'is', label: t('is') },
          { value: 'not', label: t('isNot') },
        ]}
        value={clause.not ? 'not' : 'is'}
        onChange={(chosen) => onChange({ ...clause, not: chosen === 'not' })}
      />
      {clause.kind === 'ATTRIBUTE' && (
        <Select
          aria-label={t('operator')}
          w={120}
          allowDeselect={false}
          data={operators.map((op) => ({ value: op, label: t(`operators.${op}`) }))}
          value={clause.op}
          onChange={(op) => onChange({ ...clause, op: operators.find((one) => one === op) ?? clause.op })}
        />
      )}
      <Group gap="xs" wrap="nowrap" align="flex-start" flex={1} miw={220}>
        <ClauseNames clause={clause} options={options} onChange={(names) => onChange({ ...clause, names })} />
        {onRemove !== undefined && (
          <ActionIcon variant="subtle" color="gray" size="input-sm" aria-label={t('remove')} onClick={onRemove}>
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        )}
      </Group>
    </Group>
  );
}
