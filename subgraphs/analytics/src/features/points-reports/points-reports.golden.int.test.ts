import { LotsTold, PointsActivated, PointsCrossed, PointsDeducted, PurchaseReturned } from '@adal/events';
import fc from 'fast-check';
import { anEvent } from '../../../test/builders';
import { bucketDay } from '../../../test/golden/clock';
import { engines } from '../../../test/golden/engines';
import { owed, sum, type Movement } from '../../../test/golden/points-movements';
import { first, lots, moved, movements, NOW, returned, second, world } from '../../../test/golden/points-world';
import { aToldContext, type ReportContext } from '../../../test/golden/report-context';
import { eventsOf } from '../../../test/golden/world';
import type { AskedReport } from '../reports/report.ask';
import { runReport, type Report } from '../reports/run-report';
import { pointsReports } from '.';

const DAY_MS = 86_400_000;

const women = { kind: 'REGISTERED', when: { kind: 'BETWEEN', from: '2024-02-27', to: '2024-12-31' } };
const aDay = fc
  .integer({ min: 0, max: 9 })
  .map((days) => new Date(Date.UTC(2024, 1, 24 + days)).toISOString().slice(0, 10));
const anAsk = fc
  .record({
    days: fc.tuple(aDay, aDay),
    grain: fc.constantFrom('DAY', 'WEEK', 'MONTH'),
    stores: fc.option(fc.subarray(['S1', 'S2', 'S9'], { minLength: 1 })),
    part: fc.boolean(),
  })
  .map(({ days: [one, other], grain, stores, part }) => ({
    ...{ from: one < other ? one : other, to: one < other ? other : one, grain },
    filters: stores ? [{ dimension: 'store', values: stores }] : [],
    definition: part ? women : null,
  }));

const isAsked = ({ filters, definition }: Pick<AskedReport, 'filters' | 'definition'>) => {
  const late = new Set(
    world.members
      .filter(({ status, registeredAt }) => status !== 'CLOSED' && registeredAt >= '2024-02-26T18:00')
      .map((one) => one.memberId),
  );
  return ({ store, memberId }: Movement): boolean =>
    (filters ?? []).every(({ values }) => values.includes(store)) && (definition == null || late.has(memberId ?? ''));
};

describe.each(engines)('reports about points on %s', (name, open) => {
  let context: ReportContext;
  const numRuns = name === 'DuckDB' ? 40 : 15;
  beforeAll(async () => {
    const news = { returnId: 'withheld', originalPurchaseId: 'sale-0', receipt: returned, balance: null };
    const events = [
      ...eventsOf(world),
      anEvent(PurchaseReturned, { ...news, withheldMinor: 40, unexpiredMinor: 30 }),
      anEvent(PointsDeducted, { reason: 'GRANT', movements: [moved(70, '2024-02-28')] }),
      anEvent(PointsActivated, { movements: [moved(50, '2024-02-28')] }),
      anEvent(PointsCrossed, {
        movements: [{ ...moved(60, '2024-02-29'), legalEntity: 'MAIN' }, moved(-60, '2024-02-29')],
      }),
      anEvent(LotsTold, { lots }),
    ];
    context = await aToldContext(open, events, NOW);
  });
  afterAll(() => context.close());

  const ask = async (key: string, asked: Omit<AskedReport, 'key'>): Promise<Report> => {
    const report = await runReport(context.ctx, pointsReports, { key, ...asked });
    expect(report.checks.filter(({ holds }) => !holds)).toEqual([]);
    return report;
  };
  const rowsOf = ({ tables: [table] }: Report): Record<string, unknown>[] =>
    (table?.rows ?? []).map(({ cells }) =>
      Object.fromEntries(
        table?.columns.map(({ key }, index) => [key, cells[index]?.text ?? cells[index]?.value]) ?? [],
      ),
    );

  it('tells what became of points, and what is issued is spent, expired, reversed or outstanding', async () => {
    const property = fc.asyncProperty(anAsk, async (asked) => {
      const mine = movements.filter(isAsked(asked));
      const within = mine.filter(({ day }) => day >= asked.from && day <= asked.to);
      for (const row of rowsOf(await ask('redemption', asked))) {
        const own = within.filter(({ day }) => bucketDay(day, asked.grain) === row['bucket']);
        const given = new Set(['EARNED', 'GRANT', 'OPENING_BALANCE', 'ADJUSTMENT']);
        expect(row['issued']).toBeCloseTo(
          sum(own, ({ kind, amount }) => (given.has(kind) ? Math.max(0, amount) : 0)),
          6,
        );
        const back = ({ kind, amount }: Movement): number =>
          kind === 'EARNED_BACK' ? amount : given.has(kind) ? Math.max(0, -amount) : 0;
        if (asked.filters.length > 0) continue;
        expect(row['reversed']).toBeCloseTo(sum(own, back), 6);
        expect(row['expired']).toBeCloseTo(
          sum(own, ({ kind, amount }) => (kind === 'EXPIRED' ? amount : 0)),
          6,
        );
        const upTo = mine.filter(({ day }) => day <= asked.to && bucketDay(day, asked.grain) <= String(row['bucket']));
        expect(row['outstanding']).toBeCloseTo(owed(upTo), 6);
      }
    });
    await fc.assert(property, { numRuns });
  });

  it('tells every kind of movement by time, and by store', async () => {
    const property = fc.asyncProperty(anAsk, fc.boolean(), async ({ grain, ...rest }, byStore) => {
      const asked = { ...rest, ...(byStore ? { by: 'store' } : { grain }) };
      const within = movements.filter(isAsked(asked)).filter(({ day }) => day >= asked.from && day <= asked.to);
      for (const { bucket, place, ...kinds } of rowsOf(await ask('cashback', asked)))
        for (const [kind, value] of Object.entries(kinds)) {
          const own = within.filter(
            (one) => one.kind === kind && (byStore ? one.store === place : bucketDay(one.day, grain) === bucket),
          );
          expect({ kind, value }).toEqual({ kind, value: sum(own, ({ amount }) => amount) });
        }
    });
    await fc.assert(property, { numRuns });
  });

  it('tells which promotions gave the points that were earned, and what of it was taken back', async () => {
    const asked = { from: '2024-02-24', to: '2024-03-04' };
    const earned = movements
      .filter(({ kind, day }) => ['EARNED', 'EARNED_BACK'].includes(kind) && day >= asked.from && day <= asked.to)
      .filter(({ amount }) => amount !== 0);
    const ofKind = (own: readonly Movement[], wanted: string): number =>
      sum(own, ({ kind, amount }) => (kind === wanted ? amount : 0));
    const byHand = [...Map.groupBy(earned, ({ promotion = '' }) => promotion)]
      .map(([promotion, own]) => ({
        ...{ promotion, EARNED: ofKind(own, 'EARNED'), EARNED_BACK: ofKind(own, 'EARNED_BACK') },
      }))
      .sort((left, right) => (left.promotion < right.promotion ? -1 : 1));
    expect(byHand.map(({ promotion }) => promotion)).toEqual(['', 'P1', 'P2', 'P3']);
    expect(rowsOf(await ask('cashback', { ...asked, by: 'promotion' }))).toEqual(byHand);
  });

  it('tells what is owed at the end of each day, by legal entity', async () => {
    const rows = rowsOf(await ask('liability', { from: '2024-02-26', to: '2024-03-03', grain: 'DAY' }));
    expect(new Set(rows.map(({ entity }) => entity))).toEqual(new Set(movements.map(({ entity }) => entity)));
    for (const { bucket, entity, outstanding } of rows)
      expect(outstanding).toBeCloseTo(
        owed(movements.filter((one) => one.entity === entity && one.day <= String(bucket))),
        6,
      );
  });

  it('tells what is owed to members of a city, and what expires of those who bought a brand in the period', async () => {
    const days = { from: '2024-02-26', to: '2024-03-03' };
    const cities = [first?.city ?? ''];
    const ofCity = world.members.filter(({ status, city }) => status !== 'CLOSED' && cities.includes(city ?? ''));
    const own = new Set<string | null>(ofCity.map(({ memberId }) => memberId));
    const rows = rowsOf(
      await ask('liability', { ...days, grain: 'DAY', filters: [{ dimension: 'city', values: cities }] }),
    ).filter(({ bucket }) => bucket === days.to);
    expect(rows.reduce((all, row) => all + Number(row['outstanding']), 0)).toBeCloseTo(
      owed(movements.filter(({ memberId, day }) => own.has(memberId) && day <= days.to)),
      6,
    );
    const sold = world.receipts.filter(
      ({ kind, businessDay: day }) => kind === 'SALE' && day >= days.from && day <= days.to,
    );
    const brandsOf = (memberId: string | undefined): string[] =>
      sold
        .filter((one) => one.memberId === memberId)
        .flatMap(({ lines }) => lines)
        .map(({ brand, sku }) => brand ?? world.products.find((one) => one.sku === sku)?.brand ?? '');
    const thirteenWeeks = lots.slice(1, 23);
    for (const brand of new Set([first, second].flatMap((member) => brandsOf(member?.memberId)))) {
      const report = await ask('expiring', { ...days, filters: [{ dimension: 'brand', values: [brand] }] });
      const left = thirteenWeeks.filter(({ memberId }) => brandsOf(memberId).includes(brand));
      expect({ brand, points: report.figures[0]?.value }).toEqual({ brand, points: left.length });
      expect(report.notes).toHaveLength(2);
    }
  });

  it('tells what expires in the weeks ahead, and leads to whose it is', async () => {
    const report = await ask('expiring', { from: '2024-03-01', to: '2024-03-01' });
    const today = Date.parse('2024-03-03T19:00:00Z');
    const rows = report.tables[0]?.rows ?? [];
    expect(rows).toHaveLength(13);
    rows.forEach(({ cells: [, , points, members] }, week) => {
      const [from, to] = [today + week * 7 * DAY_MS, today + (week + 1) * 7 * DAY_MS];
      const own = lots.filter(({ status, leftMinor, expiresAt }) => {
        const at = expiresAt === null ? NaN : Date.parse(expiresAt);
        return status !== 'EXPIRED' && leftMinor > 0 && at > NOW.getTime() && at >= from && at < to;
      });
      expect(points?.value).toBe(own.length);
      expect(members?.value).toBe(new Set(own.map(({ memberId }) => memberId)).size);
      expect(members?.drill).toMatchObject({
        definition: { kind: 'POINTS_EXPIRING', when: { fromDays: week * 7, toDays: week * 7 + 6 }, from: 1 },
      });
    });
  });
});
