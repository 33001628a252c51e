'use client';

import { Alert, Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import { DataTable, type Column } from '@/ui/table';
import type { Rejected } from './running/rejected';
import { fromThousandths, reconciles, rejectedRows, type ImportReport } from './running/report';

interface Props {
  report: ImportReport;
  rejected: Rejected | undefined;
  /** Name of the file. */
  name: string;
}

interface Line {
  label: string;
  rows: string;
  amount: string;
  quantity: string;
}

/** What became of every row and every sum of the file, and the rows to mend. */
export function ReportView({ report, rejected, name }: Props) {
  const t = useTranslations('imports');
  const whole = reconciles(report);
  return (
    <>
      <DataTable
        label={t('report')}
        columns={useReportColumns(report)}
        rows={useReportLines(report)}
        rowKey={({ label }) => label}
        empty={null}
      />
      <Alert color={whole ? 'teal' : 'yellow'} variant="outline">
        {whole ? t('reconciled') : t('notReconciled')}
        {report.dryRun && ` ${t('dryRunNote')}`}
      </Alert>
      {rejected !== undefined && rejected.count > 0 && (
        <Button
          variant="default"
          w="fit-content"
          leftSection={<IconDownload size={16} aria-hidden />}
          onClick={async () => {
            const { saveFile } = await import('@/ui/files/csv');
            saveFile(`${name.replace(/\.gz$/, '')}.rejected.csv`, rejected.toCsv());
          }}
        >
          {t('rejectedFile')}
        </Button>
      )}
    </>
  );
}

function useReportLines(report: ImportReport): Line[] {
  const t = useTranslations('imports');
  const fmt = useFmt();
  const { amount, quantity } = report;
  const sums = (key: 'sent' | 'landed' | 'rejected') => ({
    amount: fmt.money(fromThousandths(amount[key])),
    quantity: fmt.number(fromThousandths(quantity[key]), 3),
  });
  const blank = { amount: '', quantity: '' };
  return [
    { label: t('read'), rows: fmt.number(report.read), ...sums('sent') },
    { label: report.dryRun ? t('wouldLand') : t('landed'), rows: fmt.number(report.landed), ...blank },
    { label: t('unchanged'), rows: fmt.number(report.unchanged), ...blank },
    { label: t('inSystem'), rows: fmt.number(report.landed + report.unchanged), ...sums('landed') },
    { label: t('rejected'), rows: fmt.number(rejectedRows(report)), ...sums('rejected') },
    ...Object.entries(report.rejected).map(([code, rows]) => ({
      label: `· ${code}`,
      rows: fmt.number(rows),
      ...blank,
    })),
  ];
}

function useReportColumns(report: ImportReport): Column<Line>[] {
  const t = useTranslations('imports');
  const columns: Column<Line>[] = [
    { key: 'label', header: t('became'), cell: ({ label }) => label },
    { key: 'rows', header: t('rows'), numeric: true, cell: ({ rows }) => rows },
  ];
  if (report.kind !== 'receipts') return columns;
  return [
    ...columns,
    { key: 'amount', header: t('amount'), numeric: true, cell: ({ amount }) => amount },
    { key: 'quantity', header: t('quantity'), numeric: true, cell: ({ quantity }) => quantity },
  ];
}
