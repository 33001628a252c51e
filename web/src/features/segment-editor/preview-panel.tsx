'use client';

import { Anchor, Group, List, Loader, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useFmt, useNow } from '@/fmt';
import { FailureAlert } from '@/ui/failure-alert';
import { Panel } from '@/ui/panel';
import { TextLink } from '@/ui/text-link';
import type { Preview } from './use-preview';

/** How many members the conditions hold for, how old that is, and some of them. */
export function PreviewPanel({ preview, isWhole }: { preview: Preview; isWhole: boolean }) {
  const t = useTranslations('segmentEditor');
  const { counted, counting, failure, recount } = preview;
  return (
    <Panel
      title={t('count')}
      action={
        isWhole && (
          <Anchor component="button" type="button" fz="sm" onClick={recount}>
            {t('recount')}
          </Anchor>
        )
      }
    >
      <Stack gap="xs" aria-busy={counting}>
        <Count preview={preview} isWhole={isWhole} />
        {failure !== undefined && <FailureAlert failure={failure} onRetry={recount} />}
        {counted !== undefined && <Sample members={counted.sample} faded={counting || !isWhole} />}
      </Stack>
    </Panel>
  );
}

function Count({ preview: { counted, counting }, isWhole }: { preview: Preview; isWhole: boolean }) {
  const t = useTranslations('segmentEditor');
  const fmt = useFmt();
  // The count may be newer than the page's clock.
  const now = Math.max(useNow(), counted === undefined ? 0 : Date.parse(counted.at));
  const isOld = counting || !isWhole;
  const said = !isWhole ? t('unfinished') : counting ? t('counting') : '';
  return (
    <div aria-live="polite">
      <Group gap="sm" mih={36}>
        {counted !== undefined && (
          <Text fz={28} fw={600} lh={1.2} className="num" c={isOld ? 'dimmed' : undefined} data-testid="count">
            {fmt.number(counted.count)}
          </Text>
        )}
        {isWhole && counting && <Loader size="xs" aria-hidden />}
      </Group>
      <Text fz="sm" c="dimmed">
        {said ||
          (counted !== undefined &&
            [
              t('share', {
                share: fmt.percent(counted.count / Math.max(counted.outOf, 1)),
                n: fmt.number(counted.outOf),
              }),
              t('counted', { when: fmt.relative(counted.at, now) }),
              t('took', { ms: fmt.number(counted.tookMs) }),
            ].join(' · '))}
      </Text>
    </div>
  );
}

type Members = NonNullable<Preview['counted']>['sample'];

function Sample({ members, faded }: { members: Members; faded: boolean }) {
  const t = useTranslations('segmentEditor');
  if (members.length === 0) return <Text fz="sm">{t('nobody')}</Text>;
  return (
    <Stack gap={4} opacity={faded ? 0.6 : 1}>
      <Text fz="sm" fw={500}>
        {t('sample')}
      </Text>
      <List fz="sm" spacing={2} listStyleType="none" pl={0}>
        {members.map(({ id, displayName, city }) => (
          <List.Item key={id}>
            <TextLink href={`/members/${id}`}>{displayName}</TextLink>
            {city !== null && (
              <Text span fz="sm" c="dimmed">
                {' '}
                · {city}
              </Text>
            )}
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}
