import { randomUUID } from 'node:crypto';
import { LotsTold } from '@adal/events';
import { DateTime } from 'luxon';
import { anEvent, type SealedEvent } from '../../../test/builders';
import { holds, type SegmentWorld } from '../../../test/golden/segment-brute-force';
import { eventsOfSegmentWorld } from '../../../test/golden/segment-events';
import { aSegmentWorld, lotsAt } from '../../../test/golden/segment-world';
import { silent, startAnalytics, ZONE, type TestAnalytics } from '../../../test/harness';
import type { StreamPosition } from '../../store/analytics-store';
import { takeIn } from '../ingest/take-in';
import type { SegmentNode } from '../segment-language';
import { refreshSegment, refreshTouched, SegmentRow } from '.';

const DEFINITIONS: Readonly<Record<string, SegmentNode>> = {
  birthdays: { kind: 'BIRTHDAY', of: 'MEMBER', when: { kind: 'CALENDAR', unit: 'WEEK', ahead: 1 } },
  grown: { kind: 'AGE', from: 25, to: 40 },
  active: { kind: 'PURCHASES', of: {}, when: { kind: 'LAST_DAYS', days: 30 }, measure: 'RECEIPTS', from: 1 },
  quiet: { kind: 'PURCHASES', of: {}, when: { kind: 'CALENDAR', unit: 'MONTH', ago: 0 }, measure: 'RECEIPTS', to: 0 },
  weekend: {
    kind: 'PURCHASES',
    of: { dayKind: 'DAY_OFF' },
    when: { kind: 'LAST_DAYS', days: 14 },
    measure: 'AMOUNT',
    from: 1,
  },
};
/** Of the year alone, in which the ledger turns lots over day by day. */
const POINTS: Readonly<Record<string, SegmentNode>> = {
  activating: { kind: 'POINTS_ACTIVATING', when: { kind: 'DAYS', fromDays: 0, toDays: 6 } },
  expiring: { kind: 'POINTS_EXPIRING', when: { kind: 'CALENDAR', unit: 'MONTH', ahead: 0 }, from: 10_000 },
  spendable: { kind: 'POINTS', state: 'AVAILABLE', from: 5_000 },
};

describe('members of segments', () => {
  const world: SegmentWorld = { ...aSegmentWorld(7), daysOff: [], workingDays: [] };
  let analytics: TestAnalytics;
  const ids = new Map<string, string>();
  beforeAll(async () => {
    analytics = await startAnalytics();
    await take(eventsOfSegmentWorld(world));
    await analytics.store.refreshFeatures();
  });
  afterAll(() => analytics.stop());
  let position: StreamPosition = { stream: 'TEST', streamCreatedAt: 'once', sequence: 0, lastEventAt: null };
  const take = async (events: readonly SealedEvent[]): Promise<void> => {
    const keep = () => Promise.reject(new Error('No letters'));
    const messages = events.map(({ subject, text }, index) => ({
      sequence: position.sequence + index + 1,
      subject,
      text,
    }));
    position = await takeIn({ store: analytics.store, zone: ZONE, log: silent, keep }, position, messages);
  };
  /** The ledger turns lots over as their time comes, and tells of those it did. */
  const tellLots = async (before: Date, now: Date): Promise<void> => {
    const told = lotsAt(world.lots, before);
    const lots = lotsAt(world.lots, now).filter(({ status }, index) => status !== told[index]?.status);
    if (lots.length > 0) await take([anEvent(LotsTold, { lots })]);
  };
  beforeEach(async () => {
    await analytics.db.query('truncate segment, segment_member, outbox');
    ids.clear();
    for (const [name, definition] of Object.entries(DEFINITIONS)) ids.set(name, await save(name, definition));
  });

  const save = async (name: string, definition: SegmentNode): Promise<string> => {
    const id = randomUUID();
    const at = new Date('2024-01-01T00:00:00Z');
    const kept = { description: '', folder: '', owner: 'Test', version: 1, expiresOn: null, size: 0, sequence: '0' };
    const times = { refreshedAt: null, createdAt: at, updatedAt: at };
    await analytics.db.manager.insert(SegmentRow, {
      id,
      kind: 'SEGMENT',
      name,
      definition,
      ...kept,
      ...times,
    } as never);
    return id;
  };
  const contextAt = (now: Date) => ({
    ...{ db: analytics.db, store: analytics.store, now, correlationId: 'test' },
    config: { BUSINESS_TIME_ZONE: ZONE, DUMP_FOLDER: '' },
  });
  const membersOf = async (id: string | undefined): Promise<string[]> => {
    const rows: { member_id: string }[] = await analytics.db.query(
      'select member_id from segment_member where segment_id = $1 order by member_id',
      [id],
    );
    return rows.map(({ member_id }) => member_id);
  };
  const byHand = (name: string, today: string, now = world.now): string[] =>
    world.members
      .filter(
        (member) =>
          member.status !== 'CLOSED' &&
          holds(
            { ...world, today, now, lots: lotsAt(world.lots, now) },
            { ...DEFINITIONS, ...POINTS }[name] as SegmentNode,
            member,
          ),
      )
      .map(({ memberId }) => memberId)
      .sort();
  /** Who is in a segment by the news alone. */
  const byNews = async (id: string | undefined): Promise<string[]> => {
    const rows: { envelope: string }[] = await analytics.db.query('select envelope from outbox order by seq');
    const inside = new Set<string>();
    for (const { envelope } of rows) {
      const { data } = JSON.parse(envelope) as { data: { segmentId: string; joined: string[]; left: string[] } };
      if (data.segmentId !== id) continue;
      for (const member of data.left) if (!inside.delete(member)) throw new Error(`${member} left and was not there`);
      for (const member of data.joined) {
        if (inside.has(member)) throw new Error(`${member} joined twice`);
        inside.add(member);
      }
    }
    return [...inside].sort();
  };

  it('are right on each day of a year, with nobody doing anything, and every coming and going is told once', async () => {
    for (const [name, definition] of Object.entries(POINTS)) ids.set(name, await save(name, definition));
    const moved = new Set<string>();
    for (let day = DateTime.fromISO('2023-12-25', { zone: ZONE }); day.year < 2025; day = day.plus({ days: 1 })) {
      const today = day.toFormat('yyyy-MM-dd');
      // Late at night: on the day when Kazakhstan put its clocks back, eleven in the evening came twice.
      const now = day.set({ hour: 23, minute: 30 }).toJSDate();
      await tellLots(day.minus({ days: 1 }).set({ hour: 23, minute: 30 }).toJSDate(), now);
      for (const [name, id] of ids) {
        const before = await membersOf(id);
        await refreshSegment(contextAt(now), id);
        const after = await membersOf(id);
        expect({ today, name, after }).toEqual({ today, name, after: byHand(name, today, now) });
        if (before.join() !== after.join()) moved.add(`${name} ${today.slice(0, 7)}`);
      }
    }
    for (const name of ids.keys())
      expect([...moved].filter((one) => one.startsWith(`${name} `)).length).toBeGreaterThan(1);
    for (const id of ids.values()) expect(await byNews(id)).toEqual(await membersOf(id));
  }, 600_000);

  it('are the same when only those are judged who were touched', async () => {
    const everybody = world.members.map(({ memberId }) => memberId);
    for (const today of ['2024-01-31', '2024-02-29', '2024-03-01']) {
      const now = DateTime.fromISO(`${today}T12:00:00`, { zone: ZONE }).toJSDate();
      await refreshTouched(contextAt(now), everybody.slice(0, 20));
      await refreshTouched(contextAt(now), everybody.slice(20));
      for (const [name, id] of ids)
        expect({ name, is: await membersOf(id) }).toEqual({ name, is: byHand(name, today) });
    }
    for (const id of ids.values()) expect(await byNews(id)).toEqual(await membersOf(id));
  });

  it('are told once when several refresh them at the same time', async () => {
    const now = new Date('2024-02-20T07:00:00Z');
    const id = ids.get('active') ?? '';
    const everybody = world.members.map(({ memberId }) => memberId);
    await Promise.all([
      refreshSegment(contextAt(now), id),
      refreshTouched(contextAt(now), everybody),
      refreshSegment(contextAt(now), id),
      refreshTouched(contextAt(now), everybody),
    ]);
    expect(await membersOf(id)).toEqual(byHand('active', '2024-02-20'));
    expect(await byNews(id)).toEqual(await membersOf(id));
    const row = await analytics.db.manager.findOneByOrFail(SegmentRow, { id });
    expect(row.size).toBe(byHand('active', '2024-02-20').length);
  });

  it('has nobody once its last day is over, nor has one that names it', async () => {
    const id = ids.get('grown') ?? '';
    const naming = await save('naming', { kind: 'SEGMENT', id });
    await refreshSegment(contextAt(new Date('2024-02-20T07:00:00Z')), id);
    expect((await membersOf(id)).length).toBeGreaterThan(0);
    await analytics.db.manager.update(SegmentRow, { id }, { expiresOn: '2024-02-20' });
    await refreshSegment(contextAt(new Date('2024-02-20T17:30:00Z')), id);
    expect((await membersOf(id)).length).toBeGreaterThan(0);
    await refreshSegment(contextAt(new Date('2024-02-20T17:30:00Z')), naming);
    expect(await membersOf(naming)).toEqual(await membersOf(id));
    for (const one of [id, naming]) {
      await refreshSegment(contextAt(new Date('2024-02-20T18:30:00Z')), one);
      expect(await membersOf(one)).toEqual([]);
      expect(await byNews(one)).toEqual([]);
    }
  });
});
