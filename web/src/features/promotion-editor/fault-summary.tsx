'use client';

import { Alert, Anchor, List } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { limitNames, paceNames, parentOf, type DraftFault, type Path } from '@/features/promotion-definition';
import type { Editor } from './use-editor';

/** What keeps the promotion from being saved, each with the way to its row; takes the focus when saving was tried. */
export function FaultSummary({ editor }: { editor: Editor }) {
  const t = useTranslations('promotion');
  const say = (fault: DraftFault): string => {
    const limit = [...limitNames, ...paceNames].find((name) => fault.path === `limits.${name}`);
    return limit === undefined ? fault.message : `${t(limit)}: ${fault.message}`;
  };
  const box = useRef<HTMLDivElement>(null);
  const { asked, faults } = editor;
  useEffect(() => {
    if (asked > 0) box.current?.focus();
  }, [asked]);
  if (asked === 0 || faults.length === 0) return null;
  return (
    <Alert ref={box} tabIndex={-1} color="red" variant="outline" title={t('problems')} role="alert">
      <List fz="sm">
        {faults.map((fault) => (
          <List.Item key={`${fault.path} ${fault.message}`}>
            <Anchor component="button" type="button" fz="sm" onClick={() => goTo(fault.path)}>
              {say(fault)}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

/** To the nearest row around the place. */
function goTo(path: Path) {
  const place = path.replace(/^definition\./, '');
  const row = document.querySelector<HTMLElement>(`[data-path="${place}"]`);
  if (row !== null) {
    row.scrollIntoView({ block: 'center' });
    row.focus();
  } else if (place.includes('.')) goTo(parentOf(place)[0]);
}
