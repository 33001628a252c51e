'use client';

import { Button, Group, Modal, Stack, Text, Timeline } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { receiptHref } from '@/features/receipts';
import { useMay } from '@/features/viewer';
import { useFmt } from '@/fmt';
import type { LotStoryFragment } from '@/graphql/generated/graphql';
import { Facts } from '@/ui/facts';
import { TextLink } from '@/ui/text-link';
import { useEnumLabel } from '@/ui/use-enum-label';
import { ExtendLots } from './extend-lots';

interface Props {
  lot: LotStoryFragment;
  onClose: () => void;
  onChanged: () => void;
}

/** Where the points of one lot came from and where they went, and each time it was given more time. */
export function LotStory({ lot, onClose, onChanged }: Props) {
  const t = useTranslations('member');
  const fmt = useFmt();
  const [extending, extend] = useDisclosure();
  const open = lot.status === 'ACTIVE' || lot.status === 'PENDING';
  const mayExtend = useMay('points.adjust') && open && lot.expiresAt !== null;
  if (extending) return <ExtendLots target={{ lotIds: [lot.id] }} onClose={extend.close} onChanged={onChanged} />;
  return (
    <Modal opened onClose={onClose} title={t('storyOf', { points: fmt.points(lot.amount) })} size="lg">
      <Stack gap="md">
        <Facts
          facts={[
            [t('left'), fmt.points(lot.left)],
            [t('activatesAt'), fmt.dateTime(lot.activatesAt)],
            [t('expiresAt'), lot.expiresAt === null ? t('never') : fmt.dateTime(lot.expiresAt)],
            [t('legalEntity'), lot.legalEntity],
          ]}
        />
        <Movements lot={lot} />
        {lot.extensions.map(({ extensionId, extendedAt, reason, oldExpiresAt, newExpiresAt }) => (
          <Text key={extensionId} fz="sm">
            {t('extended', {
              when: fmt.dateTime(extendedAt),
              before: fmt.date(oldExpiresAt),
              after: fmt.date(newExpiresAt),
              reason,
            })}
          </Text>
        ))}
        {mayExtend && (
          <Group justify="flex-end">
            <Button variant="default" onClick={extend.open}>
              {t('extend')}
            </Button>
          </Group>
        )}
      </Stack>
    </Modal>
  );
}

function Movements({ lot: { movements } }: { lot: LotStoryFragment }) {
  const fmt = useFmt();
  const [kind, place] = [useEnumLabel('entryKind'), useEnumLabel('lotPlace')];
  return (
    <Timeline active={movements.length} bulletSize={12} lineWidth={2}>
      {movements.map((move, index) => (
        <Timeline.Item
          key={index}
          title={
            <Text fz="sm" fw={500}>
              {move.purchaseId === null ? (
                kind(move.kind)
              ) : (
                <TextLink href={receiptHref(move.purchaseId)}>{kind(move.kind)}</TextLink>
              )}
              {' · '}
              <span className="num">{fmt.points(move.amount)}</span>
            </Text>
          }
        >
          <Text fz="sm" c="dimmed">
            {fmt.dateTime(move.occurredAt)} · {place(move.source)} → {place(move.destination)}
          </Text>
        </Timeline.Item>
      ))}
    </Timeline>
  );
}
