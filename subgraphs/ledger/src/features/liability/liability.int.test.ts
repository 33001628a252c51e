import { newId } from '@adal/service';
import { NOW, startLedger, type TestLedger } from '../../../test/harness';
import { tillOf, type TestTill } from '../../../test/till';
import { activateLots, expireLots } from '../lots';

let ledger: TestLedger;
let till: TestTill;
const DAY_MS = 86_400_000;
const inDays = (days: number) => ({ now: new Date(NOW.getTime() + days * DAY_MS) });
const day = (days: number): string => inDays(days).now.toISOString().slice(0, 10);

/** A week: two entities issue, one lot becomes spendable, one expires, one purchase comes back when its points are spent. */
beforeAll(async () => {
  ledger = await startLedger();
  till = tillOf(ledger);
  const [one, other] = [await ledger.haveMember(), await ledger.haveMember()];
  const earns = newId();
  await till.sell(earns, [{ earnedMinor: 1_000 }], { memberId: one });
  await ledger.havePoints(one, 500, { activationDays: 3, storeId: 'S2' });
  await ledger.havePoints(other, 2_000, { lifetimeDays: 1 });
  await till.sell(newId(), [{ spentMinor: 800 }], { memberId: one });
  await till.reserve({
    purchaseId: newId(),
    quote: ledger.quote([{ spentMinor: 300 }], { memberId: other }),
    ttlSeconds: 3_600,
  });
  const due = { ...inDays(1), occurredAt: inDays(1).now.toISOString() };
  await till.giveBack({ returnId: newId(), purchaseId: earns, occurredAt: due.occurredAt }, due);
  for (const days of [2, 3, 4]) {
    await activateLots.run(ledger.context(inDays(days)));
    await expireLots.run(ledger.context(inDays(days)));
  }
});
afterAll(() => ledger.stop());

const FIGURES = '{ legalEntity available pending held owed total control }';
async function ask<T>(document: string, variables: object = {}): Promise<T> {
  const { data, errors } = await ledger.ask<T>(document, variables, inDays(6));
  expect(errors).toEqual([]);
  return data;
}

it('answers what was owed at any past instant, by legal entity, and equals the control accounts', async () => {
  const at = async (days: number) => {
    const { liability } = await ask<{ liability: { entities: object[]; total: { total: string; control: string } } }>(
      `query ($asOf: DateTime) { liability(asOf: $asOf) { entities ${FIGURES} total ${FIGURES} } }`,
      { asOf: inDays(days).now.toISOString() },
    );
    expect(liability.total.control).toBe(liability.total.total);
    return liability.entities;
  };
  expect(await at(-1)).toEqual([]);
  const south = {
    legalEntity: 'SOUTH',
    available: '0.00',
    pending: '5.00',
    held: '0.00',
    owed: '0.00',
    total: '5.00',
    control: '5.00',
  };
  expect(await at(0)).toEqual([
    {
      legalEntity: 'MAIN',
      available: '19.00',
      pending: '0.00',
      held: '3.00',
      owed: '0.00',
      total: '22.00',
      control: '22.00',
    },
    south,
  ]);
  expect(await at(1.2)).toEqual([
    {
      legalEntity: 'MAIN',
      available: '17.00',
      pending: '0.00',
      held: '3.00',
      owed: '8.00',
      total: '12.00',
      control: '12.00',
    },
    south,
  ]);
  // The points of SOUTH paid three eighths of the debt.
  expect(await at(6)).toEqual([
    {
      legalEntity: 'MAIN',
      available: '0.00',
      pending: '0.00',
      held: '3.00',
      owed: '3.00',
      total: '0.00',
      control: '0.00',
    },
    { ...south, pending: '0.00', total: '0.00', control: '0.00' },
  ]);
});

it('draws the same figures day by day, week by week, month by month', async () => {
  interface Point {
    day: string;
    figures: { total: string; control: string };
  }
  const series = async (grain: string, from: string, to: string, axis = 'OCCURRED') => {
    const { liabilitySeries } = await ask<{ liabilitySeries: Point[] }>(
      `query ($from: LocalDate!, $to: LocalDate!, $grain: LiabilityGrain!, $axis: LiabilityAxis!) {
         liabilitySeries(from: $from, to: $to, grain: $grain, axis: $axis) { day figures ${FIGURES} } }`,
      { grain, from, to, axis },
    );
    return liabilitySeries.map((point) => {
      expect(point.figures.control).toBe(point.figures.total);
      return `${point.day} ${point.figures.total}`;
    });
  };
  expect(await series('DAY', day(-1), day(4))).toEqual([
    `${day(-1)} 0.00`,
    `${day(0)} 27.00`,
    `${day(1)} 17.00`,
    `${day(2)} 0.00`,
    `${day(3)} 0.00`,
    `${day(4)} 0.00`,
  ]);
  expect(await series('WEEK', day(0), day(4))).toEqual([`${day(0)} 27.00`, `${day(4)} 0.00`]);
  expect(await series('MONTH', '2026-10-01', '2026-11-30')).toEqual(['2026-10-31 0.00', '2026-11-30 0.00']);
  expect((await series('DAY', day(1), day(1), 'BOOKED'))[0]).toBe(`${day(1)} 17.00`);
});

it('tells what became of what was issued: spent, expired, reversed, outstanding', async () => {
  const { breakage } = await ask<{ breakage: Record<string, string>[] }>(
    '{ breakage { month issued spent expired reversed outstanding breakagePercent } }',
  );
  expect(breakage).toEqual([
    {
      month: '2026-11-01',
      issued: '35.00',
      spent: '8.00',
      expired: '17.00',
      reversed: '10.00',
      outstanding: '0.00',
      breakagePercent: '48.571',
    },
  ]);
  for (const cohort of breakage) {
    const [issued, ...parts] = ['issued', 'spent', 'expired', 'reversed', 'outstanding'].map((name) =>
      Number(cohort[name]),
    );
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(issued ?? 0, 9);
  }
});

it('asks for ledger.read, and refuses a chart without end', async () => {
  const { errors } = await ledger.ask('{ liability { asOf } }', {}, { permissions: ['members.read'] });
  expect(errors).toEqual(['FORBIDDEN']);
  const long = '{ liabilitySeries(from: "1990-01-01", to: "2026-01-01") { day } }';
  expect((await ledger.ask(long)).errors).toEqual(['BAD_USER_INPUT']);
});
