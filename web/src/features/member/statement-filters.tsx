'use client';

import { Select } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import { DateRangeField } from '@/ui/date-range-field';
import { FilterBar } from '@/ui/filter-bar';
import { blank, type UrlPatch } from '@/ui/params';
import { firstPage } from '@/ui/table/place';
import { useUrlState } from '@/ui/url-state';
import { useEnumLabel } from '@/ui/use-enum-label';
import { entryKinds, prefixes, statementKeys } from './history-variables';

/** Which movements of the statement: of what kind, and of which days. */
export function StatementFilters() {
  const t = useTranslations('member');
  const fmt = useFmt();
  const label = useEnumLabel('entryKind');
  const { values, filter, clear } = useStatementFilters();
  const { kind, from, to } = values;
  const days = [from, to].map((day) => (day === undefined ? '…' : fmt.date(day))).join(' – ');
  return (
    <FilterBar
      onClear={clear}
      chips={[
        ...(kind === undefined
          ? []
          : [{ label: label(kind), onRemove: () => filter({ [statementKeys.kind]: undefined }) }]),
        ...(from === undefined && to === undefined
          ? []
          : [{ label: days, onRemove: () => filter(blank([statementKeys.from, statementKeys.to])) }]),
      ]}
    >
      <Select
        label={t('movement')}
        w={{ base: '100%', xs: 200 }}
        clearable
        data={entryKinds.map((value) => ({ value, label: label(value) }))}
        value={kind ?? null}
        onChange={(value) => filter({ [statementKeys.kind]: value ?? undefined })}
      />
      <DateRangeField
        label={t('happened')}
        from={from}
        to={to}
        onChange={(range) => filter({ [statementKeys.from]: range.from, [statementKeys.to]: range.to })}
      />
    </FilterBar>
  );
}

/** The statement's filters in the address; changing one begins again at the first page. */
export function useStatementFilters() {
  const [params, change] = useUrlState();
  const value = (key: string) => params.get(key) ?? undefined;
  const filter = (patch: UrlPatch) => change({ ...patch, ...firstPage(prefixes.statement) });
  const values = {
    kind: value(statementKeys.kind),
    from: value(statementKeys.from),
    to: value(statementKeys.to),
  };
  return {
    values,
    filter,
    clear: () => filter(blank(Object.values(statementKeys))),
    isSet: Object.values(values).some((one) => one !== undefined),
  };
}
