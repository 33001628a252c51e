import { randomUUID } from 'node:crypto';
import { HolidayChanged, MembersImported, ReceiptsImported, type HolidaySnapshot } from '@adal/events';
import { eventually } from '@adal/testkit';
import { aMember, anEvent, aReceipt } from '../../../test/builders';
import { ANALYST, startAnalytics, type TestAnalytics } from '../../../test/harness';
import type { SegmentNode } from '../segment-language';
import { refreshStaleSegments } from '.';

let analytics: TestAnalytics;
beforeAll(async () => void (analytics = await startAnalytics()));
afterAll(() => analytics.stop());

const DEFINITION: SegmentNode = {
  kind: 'PURCHASES',
  of: { dayKind: 'DAY_OFF' },
  when: { kind: 'EVER' },
  measure: 'RECEIPTS',
  from: 1,
};
const memberId = '00000000-0000-7000-8000-000000000001';

it('are found anew when a day of the calendar is put in, changed or taken out, with nobody doing anything', async () => {
  const id = randomUUID();
  await analytics.db.query(
    `insert into segment (id, kind, name, description, folder, owner, definition, version, size, sequence, created_at, updated_at)
     values ($1, 'SEGMENT', 'On days off', '', '', 'Analyst', $2, 1, 0, 0, now(), now())`,
    [id, JSON.stringify(DEFINITION)],
  );
  const friday = aReceipt({ memberId, businessDay: '2026-11-20', occurredAt: '2026-11-20T18:30:00Z' });
  await analytics.publish(
    anEvent(MembersImported, { importId: 'm', members: [aMember({ memberId })] }),
    anEvent(ReceiptsImported, { importId: 'r', receipts: [friday] }),
  );
  const size = async (): Promise<number> => {
    await refreshStaleSegments.run(analytics.contextOf(ANALYST));
    const [segment]: { size: number }[] = await analytics.db.query('select size from segment where id = $1', [id]);
    return segment?.size ?? -1;
  };
  await eventually(async () => {
    const [row] = await analytics.store.query({ sql: 'SELECT count() AS n FROM member_receipts', parameters: {} });
    expect(Number(row?.['n'])).toBe(1);
    return true;
  });
  expect(await size()).toBe(0);
  const kinds: readonly [HolidaySnapshot['kind'], number][] = [
    ['PUBLIC', 1],
    ['RETAIL', 0],
    ['DAY_OFF', 1],
    [null, 0],
  ];
  for (const [index, [kind, expected]] of kinds.entries()) {
    await analytics.publish(
      anEvent(HolidayChanged, { holidays: [{ day: '2026-11-20', key: 'DAY', revision: index + 1, kind }] }),
    );
    await eventually(async () => {
      expect(await size()).toBe(expected);
      return true;
    });
  }
});
