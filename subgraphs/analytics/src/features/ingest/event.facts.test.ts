import { MemberSaved, PointsCrossed, PointsExpired, PointsGranted, type EventContract } from '@adal/events';
import { aLine, aMember, aReceipt } from '../../../test/builders';
import { collectFacts, type EventFacts } from './event.facts';
import { intakes } from './event.intakes';
import { receiptFacts } from './receipt.facts';

function read<T>(contract: EventContract<T>, data: T, id = 'event-1'): EventFacts {
  const intake = intakes.find((candidate) => candidate.contract.subject === contract.subject);
  return (
    intake?.read({
      id,
      subject: contract.subject,
      occurredAt: new Date(),
      correlationId: '',
      data,
      zone: 'Asia/Almaty',
    }) ?? {}
  );
}

describe('a receipt', () => {
  it('moves points only when the ledger booked them', () => {
    const lines = [aLine({ pointsEarnedMinor: 7, pointsSpentMinor: 3 })];
    expect(receiptFacts(aReceipt({ purchaseId: 'r1', lines })).points).toMatchObject([
      { movementId: 'r1:EARNED', kind: 'EARNED', amountMinor: 7 },
      { movementId: 'r1:SPENT', kind: 'SPENT', amountMinor: 3 },
    ]);
    expect(receiptFacts(aReceipt({ lines, pointsBooked: false })).points).toEqual([]);
  });

  it('that is a return gives back what was spent, takes back what was earned, and lets points live that had expired', () => {
    const back = aReceipt({
      purchaseId: 'b1',
      kind: 'RETURN',
      lines: [aLine({ amountMinor: -100, pointsEarnedMinor: -7, pointsSpentMinor: -3 })],
    });
    expect(receiptFacts(back, { originalPurchaseId: 'r1', unexpiredMinor: 2 })).toMatchObject({
      receipt: { originalReceiptId: 'r1', payableMinor: -100 },
      points: [
        { kind: 'EARNED_BACK', amountMinor: 7 },
        { kind: 'SPENT_BACK', amountMinor: 3 },
        { kind: 'EXPIRED', amountMinor: -2 },
      ],
    });
  });

  const given = (promotionId: string, pointsMinor: number) => ({
    ...{ promotionId, version: 1, variant: null, heldOut: false, pointsMinor },
  });

  it('tells what each promotion gave once, though it was told twice', () => {
    const sale = aReceipt({
      ...{ purchaseId: 'r1', lines: [aLine({ pointsEarnedMinor: 100 })] },
      promotions: [given('P1', 30), given('P2', 20), given('P1', 5)],
    });
    expect(receiptFacts(sale).points.map((one) => [one.movementId, one.promotionId, one.amountMinor])).toEqual([
      ['r1:EARNED', '', 45],
      ['r1:EARNED:P1', 'P1', 35],
      ['r1:EARNED:P2', 'P2', 20],
    ]);
  });

  it('that is a return takes back from each promotion what it is told, and in proportion less where some stays earned', () => {
    const back = aReceipt({
      ...{ purchaseId: 'b1', kind: 'RETURN', lines: [aLine({ amountMinor: -100, pointsEarnedMinor: -100 })] },
      promotions: [given('P1', -30), given('P2', -20)],
    });
    const taken = (withheldMinor: number) =>
      receiptFacts(back, { withheldMinor }).points.map((one) => [one.kind, one.promotionId, one.amountMinor]);
    expect(taken(0)).toEqual([
      ['EARNED_BACK', '', 50],
      ['EARNED_BACK', 'P1', 30],
      ['EARNED_BACK', 'P2', 20],
    ]);
    expect(taken(50).map(([, , amount]) => amount)).toEqual([25, 15, 10]);
    expect(taken(100)).toEqual([]);
    // As older ledgers told it: what the sale had given.
    const old = { ...back, promotions: [given('P1', 30)] };
    expect(receiptFacts(old).points).toMatchObject([{ kind: 'EARNED_BACK', promotionId: '', amountMinor: 100 }]);
  });

  it('of a file says as a till’s does what had expired and what nobody has any more', () => {
    const lines = [aLine({ amountMinor: -100, pointsEarnedMinor: -10 })];
    const back = aReceipt({ kind: 'RETURN', lines, unexpiredMinor: 4, keptMinor: 3 });
    expect(receiptFacts(back).points).toMatchObject([
      { kind: 'EARNED_BACK', amountMinor: 7 },
      { kind: 'EXPIRED', amountMinor: -4 },
    ]);
  });

  it('comes with its lines and points once in a batch', () => {
    const one = receiptFacts(
      aReceipt({ purchaseId: 'r1', lines: [aLine({ pointsEarnedMinor: 1 }), aLine({ lineNo: 2 })] }),
    );
    const facts = collectFacts([{ booked: [one] }, { booked: [one] }]);
    expect([facts.receipts.length, facts.lines.length, facts.points.length]).toEqual([1, 2, 1]);
  });
});

describe('points outside of purchases', () => {
  const movement = {
    entryId: aMember().memberId,
    memberId: aMember().memberId,
    legalEntity: 'MAIN',
    amountMinor: 5,
    occurredAt: '2024-02-29T18:30:00Z',
    businessDay: '2024-02-29',
  };

  it('count each movement of an entry once, however it is told; an entry moves points of several legal entities', () => {
    const movements = [movement, { ...movement, legalEntity: 'SOUTH' }];
    const [one, again] = ['event-1', 'event-2'].map((id) => read(PointsExpired, { movements }, id));
    expect(collectFacts([one ?? {}, again ?? {}]).points.map(({ movementId }) => movementId)).toEqual([
      `${movement.entryId}:MAIN`,
      `${movement.entryId}:SOUTH`,
    ]);
  });

  it('cross from one legal entity to another beside what the entry itself moved', () => {
    const movements = [movement, { ...movement, legalEntity: 'SOUTH', amountMinor: -5 }];
    const rows = collectFacts([
      read(PointsExpired, { movements: [movement] }),
      read(PointsCrossed, { movements }),
    ]).points;
    expect(rows.map(({ kind, legalEntity, amountMinor }) => [kind, legalEntity, amountMinor])).toEqual([
      ['EXPIRED', 'MAIN', 5],
      ['CROSSED', 'MAIN', 5],
      ['CROSSED', 'SOUTH', -5],
    ]);
    expect(new Set(rows.map(({ movementId }) => movementId)).size).toBe(3);
  });

  it('say why they were given, and stand in the hour that the chain’s clock showed', () => {
    // 18:30 UTC was half past midnight in Almaty until the clocks went back that night, and half past 23 after.
    expect(
      read(PointsGranted, {
        reason: 'OPENING_BALANCE',
        movements: [{ ...movement, occurredAt: '2024-02-29T17:30:00Z' }],
      }).points,
    ).toMatchObject([{ kind: 'OPENING_BALANCE', businessHour: 23 }]);
    expect(read(PointsExpired, { movements: [movement] }).points).toMatchObject([
      { kind: 'EXPIRED', businessHour: 23 },
    ]);
  });
});

describe('a member', () => {
  it('joined on the day that the chain’s clock showed, and brings no contacts', () => {
    const { members } = read(MemberSaved, {
      member: aMember({ registeredAt: '2026-03-01T20:00:00Z', phone: '+77010000000' }),
    });
    expect(members).toMatchObject([{ member: { businessDay: '2026-03-02', businessHour: 1, phoneKnown: true } }]);
    expect(JSON.stringify(members)).not.toContain('+7701');
  });

  it('is as the highest revision in a batch says', () => {
    const saved = (revision: number): EventFacts =>
      read(MemberSaved, { member: aMember({ memberId: '0192f0c1-1111-7abc-8def-0123456789ab', revision }) });
    expect(collectFacts([saved(2), saved(5), saved(3)]).members.map(({ revision }) => revision)).toEqual([5]);
  });
});
