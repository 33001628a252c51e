'use client';

import { Button, Popover, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconReceipt } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useClient } from 'urql';
import { guessKind } from '@/features/receipts/search-key';
import { useMay } from '@/features/viewer';
import { useFmt } from '@/fmt';
import { ReceiptDocument, ReceiptsDocument, type PurchaseFilter, type ReceiptQuery } from '@/graphql/generated/graphql';
import { useGraph } from '@/graphql/use-graph';
import { FailureAlert } from '@/ui/failure-alert';
import type { Basket } from './basket';
import classes from './preview.module.css';

const debounceMs = 300;
const foundMax = 8;

/** Takes a receipt that was really sold as the sample: its goods, its member, its store and moment. */
export function ReceiptPicker({ onPick }: { onPick: (basket: Basket) => void }) {
  const t = useTranslations('promotion.preview');
  const mayRead = useMay('ledger.read');
  const [opened, setOpened] = useState(false);
  if (!mayRead) return null;
  return (
    <Popover opened={opened} onChange={setOpened} width={320} position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconReceipt size={16} aria-hidden />}
          onClick={() => setOpened(!opened)}
        >
          {t('realReceipt')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('realReceipt')}>
        <Found onPick={(basket) => (onPick(basket), setOpened(false))} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Found({ onPick }: { onPick: (basket: Basket) => void }) {
  const t = useTranslations('promotion.preview');
  const fmt = useFmt();
  const client = useClient();
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed.trim(), debounceMs);
  const { data, failure, refetch } = useGraph(ReceiptsDocument, { filter: filterOf(text), first: foundMax });
  const pick = async (id: string) => {
    const { data: found } = await client.query(ReceiptDocument, { id }).toPromise();
    if (found?.purchase != null) onPick(basketOf(found.purchase));
  };
  return (
    <Stack gap="xs">
      <TextInput
        type="search"
        label={t('findReceipt')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {failure !== undefined && <FailureAlert failure={failure} onRetry={refetch} />}
      <Stack gap={2} component="ul" className={classes.found} aria-live="polite">
        {data?.purchases.edges.map(({ node }) => (
          <li key={node.id}>
            <UnstyledButton className={classes.receipt} onClick={() => void pick(node.id)}>
              <Text fz="sm" component="span" className="num">
                {node.receiptNumber ?? node.id.slice(0, 8)} · {fmt.money(node.total)}
              </Text>
              <Text fz="xs" c="dimmed" component="span">
                {fmt.dateTime(node.occurredAt)} · {node.store.name}
              </Text>
            </UnstyledButton>
          </li>
        ))}
      </Stack>
    </Stack>
  );
}

function filterOf(text: string): PurchaseFilter {
  if (text === '') return {};
  const kind = guessKind(text);
  if (kind === 'phone') return { phone: text };
  return kind === 'card' ? { cardNumber: text } : { number: text };
}

function basketOf({ store, member, occurredAt, lines }: NonNullable<ReceiptQuery['purchase']>): Basket {
  return {
    storeId: store.id,
    memberKey: '',
    member: member === null ? undefined : { id: member.id, name: member.displayName ?? member.id.slice(0, 8) },
    at: occurredAt,
    lines: lines.map(({ lineNo, sku, name, quantity, price }) => ({
      key: String(lineNo),
      sku,
      name: name ?? sku,
      quantity,
      price,
    })),
  };
}
