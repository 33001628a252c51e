'use client';

import { useState } from 'react';
import { ExportCouponsDocument } from '@/graphql/generated/graphql';
import { useChange } from '@/graphql/use-change';
import { newId } from '@/ui/new-id';
import { notifyRefused } from '@/ui/notify';

const header = 'code,state,valid_until\n';

/** Takes all codes out as a file, page by page; the graph writes down who did. */
export function useExport({ id, name }: { id: string; name: string }): [take: () => Promise<void>, busy: boolean] {
  const [run] = useChange(ExportCouponsDocument);
  const [busy, setBusy] = useState(false);
  const take = async () => {
    setBusy(true);
    const input = { exportId: newId(), poolId: id };
    const parts = [header];
    for (let after: string | null = null; ;) {
      const answer: ExportAnswer = (await run({ input, after }))?.exportCoupons;
      if (answer?.__typename !== 'CouponsExported') {
        if (answer !== undefined) notifyRefused(answer.message);
        return setBusy(false);
      }
      parts.push(answer.export.page.csv);
      after = answer.export.page.next;
      if (after === null) break;
    }
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(parts, { type: 'text/csv' }));
    link.download = `${name}.csv`;
    link.click();
    URL.revokeObjectURL(link.href);
    setBusy(false);
  };
  return [take, busy];
}

type ExportAnswer =
  | { __typename: 'CouponsExported'; export: { page: { csv: string; next: string | null } } }
  | { __typename: 'CouponPoolUnknown'; message: string }
  | undefined;
