'use client';

import { Alert, Group, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconShieldCheck } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import { FailureAlert } from '@/ui/failure-alert';
import { Panel } from '@/ui/panel';
import { TextLink } from '@/ui/text-link';
import { useStatementCheck, type CheckedStatement } from './use-statement-check';

/** Checks a statement that somebody brings: whether these figures are what we booked, or what was changed in them. */
export function CheckStatement() {
  const t = useTranslations('books.statement');
  const { check, checked, failure, busy } = useStatementCheck();
  return (
    <Panel title={t('title')}>
      <Text fz="sm" c="dimmed">
        {t('hint')}
      </Text>
      <Dropzone
        onDrop={([file]) => file !== undefined && check(file)}
        multiple={false}
        loading={busy}
        inputProps={{ 'aria-label': t('drop') }}
      >
        <Group justify="center" gap="sm" mih={56} style={{ pointerEvents: 'none' }}>
          <IconShieldCheck size={28} stroke={1.4} aria-hidden />
          <Text>{t('drop')}</Text>
        </Group>
      </Dropzone>
      {failure !== undefined && <FailureAlert failure={failure} />}
      {checked !== undefined && <Verdict checked={checked} />}
    </Panel>
  );
}

function Verdict({ checked: { statement, fault, signed } }: { checked: CheckedStatement }) {
  const t = useTranslations('books.statement');
  const fmt = useFmt();
  const title =
    fault === undefined && statement !== undefined ? t('true', { at: fmt.dateTime(statement.issuedAt) }) : t('wrong');
  return (
    <Alert color={fault === undefined ? 'teal' : 'red'} variant="outline" role="status" title={title}>
      {fault !== undefined && t(`faults.${fault.kind}`, { entry: fault.entry, block: fault.block })}
      {fault === undefined && statement !== undefined && (
        <>
          <Text fz="sm" className="num">
            {t('says', {
              entries: statement.entries,
              number: fmt.number(statement.entries),
              available: fmt.points(decimalOf(statement.closing.available)),
              pending: fmt.points(decimalOf(statement.closing.pending)),
              block: fmt.number(statement.head.height),
            })}
          </Text>
          <Text fz="sm">{t(signed ? 'signed' : 'notSigned')}</Text>
          <TextLink href={`/members/${encodeURIComponent(statement.memberId)}?tab=statement`}>{t('member')}</TextLink>
        </>
      )}
    </Alert>
  );
}

/** Minor units as the graph writes points. */
function decimalOf(minor: string): string {
  const digits = minor.replace('-', '').padStart(3, '0');
  return `${minor.startsWith('-') ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
