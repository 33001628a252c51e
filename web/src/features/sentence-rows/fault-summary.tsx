'use client';

import { Alert, Anchor, List } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { parentOf, type DraftFault, type Path } from '@/features/draft';

interface Props {
  faults: readonly DraftFault[];
  /** How often saving was tried. */
  asked: number;
  say?: (fault: DraftFault) => string;
  /** What stands before the places of rows in the faults' paths. */
  prefix?: string;
}

/** What keeps a form from being saved, each with the way to its row; takes the focus when saving was tried. */
export function FaultSummary({ faults, asked, say = ({ message }) => message, prefix = '' }: Props) {
  const t = useTranslations('promotion');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asked > 0) box.current?.focus();
  }, [asked]);
  if (asked === 0 || faults.length === 0) return null;
  return (
    <Alert ref={box} tabIndex={-1} color="red" variant="outline" title={t('problems')} role="alert">
      <List fz="sm">
        {faults.map((fault) => (
          <List.Item key={`${fault.path} ${fault.message}`}>
            <Anchor component="button" type="button" fz="sm" onClick={() => goTo(fault.path, prefix)}>
              {say(fault)}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

/** To the nearest row around the place. */
function goTo(path: Path, prefix: string) {
  const place = path.startsWith(prefix) ? path.slice(prefix.length) : path;
  const row = document.querySelector<HTMLElement>(`[data-path="${place}"]`);
  if (row !== null) {
    row.scrollIntoView({ block: 'center' });
    row.focus();
  } else if (place.includes('.')) goTo(parentOf(place)[0], '');
}
