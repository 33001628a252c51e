import { MembersImported, PurchaseConfirmed, RfmMoved } from '@adal/events';
import { aLine, aMember, anEvent, aReceipt } from '../../../test/builders';
import { silent, startAnalytics, ZONE, type TestAnalytics } from '../../../test/harness';
import { takeIn } from '../ingest/take-in';
import { refreshRfm, refreshRfmOf, type RfmContext } from './refresh-rfm';

const [ANNA, BORIS] = ['00000000-0000-7000-8000-00000000000a', '00000000-0000-7000-8000-00000000000b'];
const GRID = 'RECENCY_FREQUENCY';

describe('the cells of members', () => {
  let analytics: TestAnalytics;
  let sequence = 0;
  beforeAll(async () => {
    analytics = await startAnalytics();
    await take(
      anEvent(MembersImported, { importId: 'm', members: [ANNA, BORIS].map((memberId) => aMember({ memberId })) }),
    );
  });
  afterAll(() => analytics.stop());

  const take = async (...events: readonly { subject: string; text: string }[]): Promise<void> => {
    const parts = {
      ...{ store: analytics.store, zone: ZONE, log: silent },
      keep: () => Promise.reject(new Error('Nothing is to be kept')),
    };
    const position = { stream: 'OWN', streamCreatedAt: 'once', sequence, lastEventAt: null };
    const messages = events.map(({ subject, text }, index) => ({ sequence: sequence + index + 1, subject, text }));
    ({ sequence } = await takeIn(parts, position, messages));
  };
  const buys = (memberId: string, businessDay: string) =>
    take(
      anEvent(PurchaseConfirmed, {
        receipt: aReceipt({ memberId, businessDay, occurredAt: `${businessDay}T07:00:00Z`, lines: [aLine()] }),
        ...{ balance: null, pointsActivateAt: null, pointsExpireAt: null },
      }),
    );
  const at = (day: string): RfmContext => ({
    ...{ db: analytics.db, store: analytics.store, correlationId: 'test' },
    ...{ now: new Date(`${day}T10:00:00Z`), config: { BUSINESS_TIME_ZONE: ZONE, DUMP_FOLDER: '' } },
  });
  let told = 0;
  /** Moves on the grid since the last look, each member once in an event. */
  const moves = async (): Promise<string[]> => {
    const events: { subject: string; envelope: string }[] = await analytics.db.query(
      'select subject, envelope from outbox order by seq',
    );
    const fresh = events.slice(told);
    told = events.length;
    return fresh
      .filter(({ subject }) => subject === RfmMoved.subject)
      .map(({ envelope }) => RfmMoved.schema.parse((JSON.parse(envelope) as { data: unknown }).data))
      .filter(({ gridId }) => gridId === GRID)
      .flatMap((event) => event.moves)
      .map(({ memberId, from, to }) => `${memberId === ANNA ? 'Anna' : 'Boris'}: ${from} → ${to}`)
      .sort();
  };

  it('are told once: by a purchase, by the turn of the day, and when nothing is left in the window', async () => {
    await buys(ANNA, '2026-01-10');
    await refreshRfm(at('2026-01-10'));
    expect(await moves()).toEqual(['Anna: null → 3-1']);
    await refreshRfm(at('2026-01-10'));
    await refreshRfmOf(at('2026-01-10'), [ANNA, BORIS]);
    expect(await moves()).toEqual([]);

    await buys(BORIS, '2026-01-11');
    await buys(ANNA, '2026-01-11');
    await buys(ANNA, '2026-01-12');
    await refreshRfmOf(at('2026-01-10'), [ANNA, BORIS]);
    // By the bounds of the 10th only what was bought until then counts.
    expect(await moves()).toEqual([]);
    await refreshRfm(at('2026-01-12'));
    await Promise.all([refreshRfmOf(at('2026-01-12'), [ANNA]), refreshRfmOf(at('2026-01-12'), [ANNA, BORIS])]);
    expect(await moves()).toEqual(['Anna: 3-1 → 3-2', 'Boris: null → 3-1']);

    await refreshRfm(at('2026-03-01'));
    expect(await moves()).toEqual(['Anna: 3-2 → 2-2', 'Boris: 3-1 → 2-1']);
    await refreshRfm(at('2027-01-11'));
    expect(await moves()).toEqual(['Anna: 2-2 → 1-1', 'Boris: 2-1 → null']);
  });
});
