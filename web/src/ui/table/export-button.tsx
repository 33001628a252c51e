'use client';

import { ActionIcon, Loader, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useFmt } from '@/fmt';
import type { Column } from './column';

interface Page<Row> {
  rows: Row[];
  endCursor: string | null;
}

interface Props<Row> {
  /** File name without extension. */
  name: string;
  columns: Column<Row>[];
  /** The page after a cursor, with the filters of the table. Throws when it cannot be read. */
  loadPage: (after: string | undefined) => Promise<Page<Row>>;
}

export const exportPageSize = 200;
const rowsMax = 20_000;

/** Saves what is filtered as CSV, page by page, up to a limit that is said when it is met. */
export function ExportButton<Row>({ name, columns, loadPage }: Props<Row>) {
  const t = useTranslations('table');
  const fmt = useFmt();
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    try {
      const rows = await collect(loadPage);
      await save(name, columns, rows);
      if (rows.length >= rowsMax) notifications.show({ message: t('exportCut', { rows: fmt.number(rows.length) }) });
    } catch {
      notifications.show({ color: 'red', message: t('exportFailed') });
    }
    setBusy(false);
  };
  return (
    <Tooltip label={t('export')}>
      <ActionIcon variant="default" size="lg" aria-label={t('export')} disabled={busy} onClick={run}>
        {busy ? <Loader size={16} /> : <IconDownload size={18} stroke={1.6} aria-hidden />}
      </ActionIcon>
    </Tooltip>
  );
}

async function collect<Row>(loadPage: Props<Row>['loadPage']): Promise<Row[]> {
  const rows: Row[] = [];
  let after: string | undefined;
  while (rows.length < rowsMax) {
    const page = await loadPage(after);
    rows.push(...page.rows);
    if (page.endCursor === null) break;
    after = page.endCursor;
  }
  return rows;
}

async function save<Row>(name: string, columns: Column<Row>[], rows: Row[]) {
  // The CSV writer is loaded when a file is asked for, not with every table.
  const { saveFile, toCsv } = await import('../files/csv');
  const exported = columns.flatMap(({ header, csv }) => (csv === undefined ? [] : [{ header, csv }]));
  const header = exported.map((column) => column.header);
  saveFile(
    `${name}.csv`,
    toCsv(
      header,
      rows.map((row) => exported.map((column) => column.csv(row))),
    ),
  );
}
