'use client';

import { ActionIcon, Button, Group, Stack, Text, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBan, IconBarcode, IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useMay } from '@/features/viewer';
import { useFmt } from '@/fmt';
import type { CardFieldsFragment } from '@/graphql/generated/graphql';
import { Panel } from '@/ui/panel';
import { StatusBadge } from '@/ui/status-badge';
import { useEnumLabel } from '@/ui/use-enum-label';
import { BlockCard } from './block-card';

const Barcode = dynamic(async () => (await import('./barcode')).Barcode);

const AddCard = dynamic(async () => (await import('./add-card')).AddCard);

interface Props {
  memberId: string;
  cards: CardFieldsFragment[];
  onChanged: () => void;
}

/** The member's cards, each with the barcode a till reads. */
export function CardsPanel({ memberId, cards, onChanged }: Props) {
  const t = useTranslations('member');
  const mayWrite = useMay('members.write');
  const [adding, add] = useDisclosure();
  const [shown, setShown] = useState<string>();
  const [blocked, setBlocked] = useState<string>();
  return (
    <Panel
      title={t('cards')}
      action={
        mayWrite && (
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={add.open}
          >
            {t('addCard')}
          </Button>
        )
      }
    >
      <Stack gap={4} component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
        {cards.map((card) => (
          <CardLine
            key={card.number}
            card={card}
            onShow={() => setShown(card.number)}
            onBlock={mayWrite && card.status === 'ACTIVE' ? () => setBlocked(card.number) : undefined}
          />
        ))}
      </Stack>
      {cards.length === 0 && <Text fz="sm">{t('noCards')}</Text>}
      {shown !== undefined && <Barcode number={shown} onClose={() => setShown(undefined)} />}
      {blocked !== undefined && (
        <BlockCard number={blocked} onClose={() => setBlocked(undefined)} onChanged={onChanged} />
      )}
      {adding && <AddCard memberId={memberId} onClose={add.close} onChanged={onChanged} />}
    </Panel>
  );
}

interface LineProps {
  card: CardFieldsFragment;
  onShow: () => void;
  onBlock: (() => void) | undefined;
}

function CardLine({ card, onShow, onBlock }: LineProps) {
  const t = useTranslations('member');
  const fmt = useFmt();
  const kind = useEnumLabel('cardKind');
  return (
    <Group component="li" gap="xs" wrap="nowrap" justify="space-between">
      <div>
        <Text fz="sm" fw={500} className="num">
          {card.number}
        </Text>
        <Text fz="xs" c="dimmed">
          {kind(card.kind)} · {fmt.date(card.issuedAt)}
        </Text>
      </div>
      <Group gap={4} wrap="nowrap">
        <StatusBadge kind="cardStatus" status={card.status} />
        <Tooltip label={t('barcode')}>
          <ActionIcon variant="subtle" aria-label={t('barcodeOf', { number: card.number })} onClick={onShow}>
            <IconBarcode size={18} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
        {onBlock !== undefined && (
          <Tooltip label={t('blockCard')}>
            <ActionIcon
              variant="subtle"
              color="red"
              aria-label={t('blockCardOf', { number: card.number })}
              onClick={onBlock}
            >
              <IconBan size={18} stroke={1.6} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
      </Group>
    </Group>
  );
}
