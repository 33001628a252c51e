'use client';

import { Text } from '@mantine/core';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import { useMay } from '@/features/viewer';
import { Change } from '@/ui/change';
import { DataTable, type Column } from '@/ui/table';
import { TextLink } from '@/ui/text-link';
import { useUrlState } from '@/ui/url-state';
import { hrefOf } from './drill';
import { sortedBy, sortOf, sortPatch } from './sort';
import type { Print } from './use-print';
import type { Cell, Drill, ReportColumn, Row, Table } from './view';

interface Props {
  table: Table;
  print: Print;
  /** Columns to show; all of them when absent. */
  only?: readonly string[];
}

/** A table of a report: sorted by any column, its total below, every row a way down. */
export function ReportTable({ table, print, only }: Props) {
  const t = useTranslations('report');
  const [params, change] = useUrlState();
  const sort = sortOf(params, table.key);
  const columns = table.columns.flatMap((column, index): Column<Numbered>[] => {
    if (only !== undefined && !only.includes(column.key)) return [];
    const isSorted = sort?.column === column.key;
    return [
      {
        key: column.key,
        header: column.name,
        definition: column.description,
        numeric: !column.isDimension,
        wrap: column.isDimension && !calendarUnits.has(column.unit),
        sorted: isSorted ? (sort.descending ? 'descending' : 'ascending') : undefined,
        onSort: () => change(sortPatch(table.key, column, sort)),
        cell: ({ row }) => (
          <CellContent row={row} cell={row.cells[index]} column={column} isFirst={index === 0} print={print} />
        ),
        ...(table.total !== null && {
          total: <TotalContent cell={table.total[index]} column={column} isFirst={index === 0} print={print} />,
        }),
      },
    ];
  });
  // Rows of a report have no identity but their place.
  const rows = table.rows.map((row, place) => ({ row, place }));
  return (
    <DataTable
      bounded
      label={table.name}
      columns={columns}
      rows={sortedBy(rows, table, sort)}
      rowKey={({ place }) => String(place)}
      empty={<Text fz="sm">{t('nothing')}</Text>}
    />
  );
}

/** Short ones: a line is enough. */
const calendarUnits: ReadonlySet<string> = new Set(['DATE', 'WEEK', 'MONTH', 'HOUR', 'HOUR_OF_DAY', 'WEEKDAY']);

interface Numbered {
  row: Row;
  place: number;
}

interface CellProps {
  row: Row;
  cell: Cell | undefined;
  column: ReportColumn;
  isFirst: boolean;
  print: Print;
}

function CellContent({ row, cell, column, isFirst, print }: CellProps) {
  const mayPromotions = useMay('promotions.read');
  const drill = cell?.drill ?? (isFirst ? row.drill : null);
  const content = column.isDimension
    ? print.text(column.unit, cell?.text ?? null)
    : print.value(column.unit, cell?.value ?? null);
  if (column.unit === 'PROMOTION' && cell?.text && mayPromotions)
    return <TextLink href={`/promotions/${cell.text}`}>{content}</TextLink>;
  return (
    <>
      <DrillLink drill={drill}>{content}</DrillLink>
      {cell !== undefined && cell.compared !== null && <Difference cell={cell} of={column} />}
    </>
  );
}

function TotalContent({ cell, column, isFirst, print }: Omit<CellProps, 'row'>) {
  const t = useTranslations('report');
  if (column.isDimension) return isFirst ? t('total') : null;
  return (
    <>
      {print.value(column.unit, cell?.value ?? null)}
      {cell !== undefined && cell.compared !== null && <Difference cell={cell} of={column} />}
    </>
  );
}

/** A way down from what is shown, where the screen may be entered. */
export function DrillLink({ drill, color, children }: { drill: Drill | null; color?: string; children: string }) {
  const href = useDrillHref()(drill);
  if (href === undefined) return children;
  return (
    <TextLink href={href} {...(color !== undefined && { c: color })}>
      {children}
    </TextLink>
  );
}

export function useDrillHref(): (drill: Drill | null) => string | undefined {
  const params = useSearchParams();
  const [mayMembers, mayReceipts] = [useMay('segments.write'), useMay('receipts.read')];
  return (drill) => {
    if (drill === null) return undefined;
    if (drill.__typename === 'ReportDrillMembers' && !mayMembers) return undefined;
    if (drill.__typename === 'ReportDrillReceipts' && !mayReceipts) return undefined;
    return hrefOf(drill, new URLSearchParams(params));
  };
}

/** Of what a report shows, where more is worse. */
const losses: ReadonlySet<string> = new Set([
  ...['churned', 'churnToNew', 'churnToStable'],
  ...['expired', 'EXPIRED', 'reversed', 'EARNED_BACK'],
]);

/** The change against the compared period: in its unit and in per cent. */
export function Difference({
  cell: { value, compared },
  of: { key, unit },
}: {
  cell: Pick<Cell, 'value' | 'compared'>;
  of: { key: string; unit: string };
}) {
  const fmt = useFmt();
  const isShare = unit === 'RATIO';
  const isWhole = unit === 'COUNT' || unit === 'MONEY' || unit === 'POINTS';
  return (
    <Text span display="block" fz="xs" c="dimmed" className="num">
      <Change value={value} before={compared} kind={isShare ? 'share' : 'amount'} isLoss={losses.has(key)} />
      {!isShare &&
        value !== null &&
        compared !== null &&
        ` (${value > compared ? '+' : ''}${fmt.number(value - compared, isWhole ? 0 : 2)})`}
    </Text>
  );
}
