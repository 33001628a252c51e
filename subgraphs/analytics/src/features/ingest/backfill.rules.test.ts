import { BACKFILLS, beginningOf, isBackfill, placesAmong, positionOf } from './backfill.rules';

const stream = { stream: 'LEDGER', streamCreatedAt: 'monday', sequence: 7, lastEventAt: null };

describe('filling from owners', () => {
  it('begins with everything when the store knows nothing; when it has facts, with what older versions did not know', () => {
    const places = beginningOf([], BACKFILLS);
    expect(places.map(({ source }) => source)).toEqual([...BACKFILLS]);
    const coupons = ['promotions.coupon-pools', 'promotions.coupons', 'promotions.coupon-uses'];
    const later = ['ledger.crossings', 'promotions.holidays', ...coupons];
    expect(beginningOf([stream], BACKFILLS).map(({ source }) => source)).toEqual(later);
    expect(beginningOf(places.map(positionOf), BACKFILLS)).toEqual([]);
  });

  it('keeps its places beside those of the streams', () => {
    const place = { source: 'ledger.receipts', after: '12 "x"', isDone: false, rows: 400, about: 1_000 };
    const positions = [stream, positionOf(place)];
    expect(placesAmong(positions)).toEqual([place]);
    expect(positions.map(isBackfill)).toEqual([false, true]);
  });
});
