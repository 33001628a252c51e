'use client';

import { ActionIcon, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { RowFormat } from '@/ui/files';
import { fileRows, type FileHead } from './report-file';
import type { Print } from './use-print';
import type { Table } from './view';

const formats: RowFormat[] = ['CSV', 'XLSX'];

/** Saves a table as a file that says itself what it is of. */
export function FileButton({ table, head, print }: { table: Table; head: FileHead; print: Print }) {
  const t = useTranslations('report');
  const save = async (format: RowFormat) => {
    try {
      // The writers of files are loaded when a file is asked for.
      const { downloadTarget, fileTypes, openRowFile } = await import('@/ui/files');
      const words = { compared: t('before'), change: t('change'), total: t('total'), text: print.text };
      const [first = [], ...rows] = fileRows(table, { ...head, title: `${head.title}. ${table.name}` }, words);
      const target = downloadTarget(`${table.name}.${format.toLowerCase()}`, fileTypes[format]);
      const file = await openRowFile(format, first, target);
      await file.add(rows);
      await file.end();
    } catch {
      notifications.show({ color: 'red', message: t('saveFailed') });
    }
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size="md" aria-label={t('save', { name: table.name })}>
          <IconDownload size={16} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {formats.map((format) => (
          <Menu.Item key={format} onClick={() => void save(format)}>
            {format}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
