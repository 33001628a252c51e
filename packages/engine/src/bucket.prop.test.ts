import { bucketOf } from '.';

const members = Array.from({ length: 50_000 }, (_, n) => `member-${n}`);
const inTenth = (salt: string) => members.filter((id) => bucketOf(id, salt) < 1_000);

it('puts a tenth of the members into a tenth of the buckets, whatever the salt', () => {
  // Five standard deviations of a binomial with n = 50,000 and p = 0.1 are 336.
  for (const salt of ['a', 'b', 'P1', '0199f8a0-0000-7000-8000-000000000000']) {
    expect(Math.abs(inTenth(salt).length - 5_000)).toBeLessThan(336);
  }
});

it('makes the groups of two promotions independent', () => {
  const first = new Set(inTenth('P1'));
  const both = inTenth('P2').filter((id) => first.has(id)).length;
  expect(Math.abs(both - 500)).toBeLessThan(112);
});

it('never moves a member', () =>
  expect([bucketOf('m', 's'), bucketOf('m', 's')]).toEqual([bucketOf('m', 's'), bucketOf('m', 's')]));
