'use client';

import { Alert, List } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';

/** What keeps the form from being saved; takes the focus when it appears, so that it is read and heard. */
export function ProblemSummary({ problems }: { problems: string[] }) {
  const t = useTranslations('promotion');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problems.length > 0) box.current?.focus();
  }, [problems]);
  if (problems.length === 0) return null;
  return (
    <Alert ref={box} tabIndex={-1} color="red" variant="outline" title={t('problems')} role="alert">
      <List fz="sm">
        {problems.map((problem) => (
          <List.Item key={problem}>{problem}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
