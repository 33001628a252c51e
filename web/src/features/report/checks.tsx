'use client';

import { List, Text, ThemeIcon } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useFmt } from '@/fmt';
import { Panel } from '@/ui/panel';
import type { Report } from './view';

type Check = Report['checks'][number];

/** More than these are opened on demand, unless they fail. */
const shownMax = 4;

/** Two ways to the same number, and whether they meet: what does not comes first. */
export function Checks({ checks }: { checks: Check[] }) {
  const t = useTranslations('report');
  const fmt = useFmt();
  if (checks.length === 0) return null;
  const [failing, holding] = [checks.filter(({ holds }) => !holds), checks.filter(({ holds }) => holds)];
  if (checks.length <= shownMax) {
    return (
      <Panel title={t('checks')}>
        <CheckList checks={[...failing, ...holding]} />
      </Panel>
    );
  }
  return (
    <Panel title={t('checks')}>
      {failing.length > 0 && <CheckList checks={failing} />}
      <details>
        <Text component="summary" fz="sm">
          {t('manyHold', { n: fmt.number(holding.length), all: fmt.number(checks.length) })}
        </Text>
        <CheckList checks={holding} />
      </details>
    </Panel>
  );
}

function CheckList({ checks }: { checks: Check[] }) {
  const t = useTranslations('report');
  const fmt = useFmt();
  return (
    <List spacing={4} fz="sm" listStyleType="none">
      {checks.map(({ name, left, right, leftValue, rightValue, holds }) => (
        <List.Item key={name} icon={<Mark holds={holds} label={t(holds ? 'holds' : 'fails')} />}>
          <Text span fz="sm" fw={500}>
            {name}:
          </Text>{' '}
          {left} {holds ? '=' : '≠'} {right}{' '}
          <Text span fz="sm" c="dimmed" className="num">
            ({fmt.number(leftValue)} {holds ? '=' : '≠'} {fmt.number(rightValue)})
          </Text>
        </List.Item>
      ))}
    </List>
  );
}

function Mark({ holds, label }: { holds: boolean; label: string }) {
  return (
    <ThemeIcon size={18} radius="xl" variant="outline" color={holds ? 'teal' : 'red'} role="img" aria-label={label}>
      {holds ? <IconCheck size={12} aria-hidden /> : <IconAlertTriangle size={12} aria-hidden />}
    </ThemeIcon>
  );
}
