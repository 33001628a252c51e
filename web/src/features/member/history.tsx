'use client';

import { Paper, Tabs } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useMay } from '@/features/viewer';
import { useUrlState } from '@/ui/url-state';
import { currentTab, historyTabs, type HistoryTab } from './history-variables';
import { MemberAdjustments } from './member-adjustments';
import { MemberBehaviour } from './member-behaviour';
import { MemberLots } from './member-lots';
import { MemberMessages } from './member-messages';
import { MemberPurchases } from './member-purchases';
import { MemberStatement } from './member-statement';
import { MemberTimeline } from './member-timeline';
import type { MemberListProps } from './use-member-page';

/** What the member bought, how the points moved, what we said. The chosen tab lives in the address. */
export function History(member: MemberListProps) {
  const t = useTranslations('member');
  const [params, change] = useUrlState();
  const may: Record<HistoryTab, boolean> = {
    purchases: useMay('receipts.read'),
    behaviour: useMay('members.read'),
    timeline: useMay('members.read'),
    statement: useMay('ledger.read'),
    lots: useMay('ledger.read'),
    adjustments: useMay('ledger.read'),
    messages: useMay('messages.read'),
  };
  const open = historyTabs.filter((tab) => may[tab]);
  const current = currentTab(params, open);
  if (current === undefined) return null;
  return (
    <Paper withBorder p="sm">
      <Tabs value={current} onChange={(tab) => change({ tab: tab ?? undefined })} keepMounted={false}>
        <Tabs.List mb="xs">
          {open.map((tab) => (
            <Tabs.Tab key={tab} value={tab}>
              {t(tab)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="purchases">
          <MemberPurchases {...member} />
        </Tabs.Panel>
        <Tabs.Panel value="behaviour">
          <MemberBehaviour {...member} />
        </Tabs.Panel>
        <Tabs.Panel value="timeline">
          <MemberTimeline {...member} />
        </Tabs.Panel>
        <Tabs.Panel value="statement">
          <MemberStatement {...member} />
        </Tabs.Panel>
        <Tabs.Panel value="lots">
          <MemberLots {...member} />
        </Tabs.Panel>
        <Tabs.Panel value="adjustments">
          <MemberAdjustments {...member} />
        </Tabs.Panel>
        <Tabs.Panel value="messages">
          <MemberMessages {...member} />
        </Tabs.Panel>
      </Tabs>
    </Paper>
  );
}
