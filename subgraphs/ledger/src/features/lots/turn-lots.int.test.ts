import { NOW, startLedger, type TestLedger } from '../../../test/harness';
import { verifyLedger } from '../proof/verify-ledger';
import { activateLots } from './activate-lots';
import { expireLots } from './expire-lots';

let ledger: TestLedger;
const MEMBERS = 30;
beforeAll(async () => {
  ledger = await startLedger();
  for (let n = 0; n < MEMBERS; n += 1) {
    const memberId = await ledger.haveMember();
    await ledger.havePoints(memberId, 1_000, { activationDays: 1, lifetimeDays: 2 });
    await ledger.havePoints(memberId, 500, { activationDays: 1, lifetimeDays: null, storeId: 'S2' });
  }
});
afterAll(() => ledger.stop());

const later = (days: number) => ledger.context({ now: new Date(NOW.getTime() + days * 86_400_000) });
const sums = async (): Promise<unknown> => {
  const rows: unknown[] = await ledger.db.query(
    'select sum(available_minor)::int as available, sum(pending_minor)::int as pending from account',
  );
  return rows[0];
};
interface Moved {
  readonly movements: readonly { memberId: string; amountMinor: number; legalEntity: string; businessDay: string }[];
}
const moved = async (subject: string) => (await ledger.recorded<Moved>(subject)).flatMap(({ movements }) => movements);

it('turns nothing over before its day', async () => {
  await activateLots.run(later(0.3));
  expect(await sums()).toEqual({ available: 0, pending: MEMBERS * 1_500 });
});

it('turns every lot over once, also when two replicas run the job at the same time', async () => {
  await Promise.all([1, 2, 3].map(() => activateLots.run(later(1))));
  expect(await sums()).toEqual({ available: MEMBERS * 1_500, pending: 0 });
  const activated = await moved('ledger.points.activated.v1');
  expect(activated).toHaveLength(MEMBERS * 2);
  expect(
    new Set(
      activated.map(({ amountMinor, legalEntity, businessDay }) => `${amountMinor} ${legalEntity} ${businessDay}`),
    ),
  ).toEqual(new Set(['1000 MAIN 2026-11-23', '500 SOUTH 2026-11-23']));
});

it('writes expired points off once, in the books of who owed them', async () => {
  await Promise.all([1, 2, 3].map(() => expireLots.run(later(10))));
  expect(await sums()).toEqual({ available: MEMBERS * 500, pending: 0 });
  const expired = await moved('ledger.points.expired.v1');
  expect(expired).toHaveLength(MEMBERS);
  expect(new Set(expired.map(({ legalEntity, businessDay }) => `${legalEntity} ${businessDay}`))).toEqual(
    new Set(['MAIN 2026-11-26']),
  );
  expect(await verifyLedger(ledger.context())).toMatchObject({ ok: true, fault: null });
});
