'use client';

import { useTranslations } from 'next-intl';
import { useLimitAmount } from '@/features/limits';
import { Panel } from '@/ui/panel';
import { DataTable, type Column } from '@/ui/table';
import { TextLink } from '@/ui/text-link';
import { useEnumLabel } from '@/ui/use-enum-label';
import type { ReceiptDetails } from './receipt';

type LimitUse = ReceiptDetails['limitsUsed'][number];

/** What the sale used up of coupons, budgets and caps, and what of it still counts after returns. */
export function LimitsUsed({ receipt: { limitsUsed } }: { receipt: ReceiptDetails }) {
  const t = useTranslations('receipt');
  const kind = useEnumLabel('limitKind');
  const print = useLimitAmount();
  const columns: Column<LimitUse>[] = [
    {
      key: 'label',
      header: t('limit'),
      wrap: true,
      cell: ({ label, promotionId }) =>
        promotionId === null ? label : <TextLink href={`/promotions/${promotionId}`}>{label}</TextLink>,
    },
    { key: 'kind', header: t('limitKind'), wrap: true, cell: (use) => kind(use.kind) },
    { key: 'taken', header: t('limitTaken'), numeric: true, cell: ({ unit, taken }) => print(unit, taken) },
    { key: 'counted', header: t('limitCounted'), numeric: true, cell: ({ unit, counted }) => print(unit, counted) },
  ];
  return (
    <Panel title={t('limitsUsed')}>
      <DataTable label={t('limitsUsed')} columns={columns} rows={limitsUsed} rowKey={({ key }) => key} empty={null} />
    </Panel>
  );
}
