'use client';

import { Skeleton, Tooltip, UnstyledButton } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Graph } from '@/graphql/use-graph';
import { FailureAlert } from '../failure-alert';
import type { Column } from './column';
import classes from './data-table.module.css';

interface Props<Row> {
  /** What the rows are; read out for the table. */
  label: string;
  columns: Column<Row>[];
  rows: Row[] | undefined;
  rowKey: (row: Row) => string;
  /** Where the rows come from: its failure is shown above them, its refetch dims them. */
  graph?: Pick<Graph<unknown>, 'failure' | 'fetching' | 'refetch'>;
  /** Shown when there are no rows; says which empty it is. */
  empty: ReactNode;
  /** Takes the height its place gives and scrolls in itself, instead of growing with its rows. */
  fill?: boolean;
  /** Grows up to most of the window and scrolls then, so that its names and totals stay in sight. */
  bounded?: boolean;
}

const skeletonRows = 8;

/** Dense rows under a sticky header; skeletons before the first answer, old rows dimmed while a new one is awaited. */
export function DataTable<Row>({
  label,
  columns,
  rows,
  rowKey,
  graph,
  empty,
  fill = false,
  bounded = false,
}: Props<Row>) {
  const t = useTranslations('table');
  const failure = graph?.failure;
  if (rows === undefined && failure !== undefined) return <FailureAlert failure={failure} onRetry={graph?.refetch} />;
  if (rows?.length === 0) return <div>{empty}</div>;
  const dimmed = rows !== undefined && graph?.fetching === true;
  return (
    <>
      {failure !== undefined && <FailureAlert failure={failure} onRetry={graph?.refetch} />}
      <div
        className={classes.scroll}
        data-fill={fill || undefined}
        data-bounded={bounded || undefined}
        role="group"
        aria-label={label}
        tabIndex={0}
      >
        <table className={classes.table} data-dimmed={dimmed || undefined} aria-busy={dimmed || rows === undefined}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th
                  key={column.key}
                  scope="col"
                  {...looks(column)}
                  aria-sort={column.onSort && (column.sorted ?? 'none')}
                >
                  <Heading column={column} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows === undefined ? (
              <SkeletonRows columns={columns.length} label={t('loading')} />
            ) : (
              rows.map((row) => <DataRow key={rowKey(row)} row={row} columns={columns} />)
            )}
          </tbody>
          <Totals columns={columns} />
        </table>
      </div>
    </>
  );
}

/** A row below the others, when a column has something to say there. */
function Totals<Row>({ columns }: { columns: Column<Row>[] }) {
  if (columns.every(({ total }) => total === undefined)) return null;
  return (
    <tfoot>
      <tr>
        {columns.map((column, index) =>
          index === 0 ? (
            <th key={column.key} scope="row" {...looks(column)}>
              {column.total}
            </th>
          ) : (
            <td key={column.key} {...looks(column)}>
              {column.total}
            </td>
          ),
        )}
      </tr>
    </tfoot>
  );
}

const arrows = { ascending: '↑', descending: '↓' };

function Heading<Row>({ column: { header, definition, onSort, sorted } }: { column: Column<Row> }) {
  const name =
    onSort === undefined ? (
      <span>{header}</span>
    ) : (
      <UnstyledButton fz="inherit" fw="inherit" onClick={onSort}>
        {header} <span aria-hidden>{sorted === undefined ? '' : arrows[sorted]}</span>
      </UnstyledButton>
    );
  if (definition === undefined) return name;
  return (
    <Tooltip label={definition} multiline w={260}>
      {name}
    </Tooltip>
  );
}

function DataRow<Row>({ row, columns }: { row: Row; columns: Column<Row>[] }) {
  return (
    <tr>
      {columns.map((column, index) =>
        index === 0 ? (
          <th key={column.key} scope="row" {...looks(column)}>
            {column.cell(row)}
          </th>
        ) : (
          <td key={column.key} {...looks(column)}>
            {column.cell(row)}
          </td>
        ),
      )}
    </tr>
  );
}

function looks<Row>({ numeric, wrap, secondary }: Column<Row>) {
  return {
    'data-numeric': numeric || undefined,
    'data-wrap': wrap || undefined,
    'data-secondary': secondary || undefined,
  };
}

function SkeletonRows({ columns, label }: { columns: number; label: string }) {
  return Array.from({ length: skeletonRows }, (_, index) => (
    <tr key={index}>
      <td colSpan={columns} aria-label={index === 0 ? label : undefined}>
        <Skeleton height={12} />
      </td>
    </tr>
  ));
}
