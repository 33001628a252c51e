'use client';

import type { CSSProperties, ReactNode } from 'react';
import classes from './heat-table.module.css';

export interface HeatCell {
  key: string;
  /** 0 to 1: how strongly it is coloured. */
  heat: number;
  content: ReactNode;
  isCurrent?: boolean;
}

interface Props {
  /** What the cells tell; read out for the table. */
  label: string;
  /** What the rows and columns are. */
  corner: string;
  columns: { key: string; label: ReactNode }[];
  rows: { key: string; label: ReactNode; cells: HeatCell[] }[];
  /** Takes the whole width; its cells hold more than a figure. */
  wide?: boolean;
}

/** A matrix as a real table: every cell says its figure, and its colour only repeats it. */
export function HeatTable({ label, corner, columns, rows, wide = false }: Props) {
  return (
    <div className={classes.scroll} role="group" aria-label={label} tabIndex={0}>
      <table
        className={classes.table}
        data-wide={wide || undefined}
        style={{ '--columns': columns.length } as CSSProperties}
      >
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map((column) => (
              <th key={column.key} scope="col">
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.label}</th>
              {row.cells.map((cell) => (
                <td
                  key={cell.key}
                  style={{ '--heat': cell.heat } as CSSProperties}
                  data-current={cell.isCurrent || undefined}
                >
                  {cell.content}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
