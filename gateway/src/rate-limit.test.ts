import { tokenBuckets } from './rate-limit';

it('takes ten seconds of the rate at once, then the rate', () => {
  let nowMs = 0;
  const { take } = tokenBuckets(() => nowMs);
  for (let n = 0; n < 20; n += 1) expect(take('a', 2).allowed).toBe(true);
  expect(take('a', 2)).toEqual({ allowed: false, limit: 20, remaining: 0, resetSeconds: 10, retrySeconds: 1 });
  nowMs += 500;
  expect(take('a', 2).allowed).toBe(true);
  expect(take('a', 2).allowed).toBe(false);
});

it('locks nobody out: however often a caller asks in vain, the next request fits as soon as the rate allows', () => {
  let nowMs = 0;
  const { take } = tokenBuckets(() => nowMs);
  for (let n = 0; n < 10_000; n += 1) take('a', 1);
  const { retrySeconds } = take('a', 1);
  nowMs += retrySeconds * 1_000;
  expect(take('a', 1).allowed).toBe(true);
});

it('keeps callers and policies apart', () => {
  const { take } = tokenBuckets(() => 0);
  expect(take('a', 0.1).allowed).toBe(true);
  expect(take('a', 0.1)).toMatchObject({ allowed: false, retrySeconds: 10 });
  expect(take('b', 0.1).allowed).toBe(true);
});

it('looks without taking', () => {
  const { take, look } = tokenBuckets(() => 0);
  expect(look('a', 0.1)).toMatchObject({ allowed: true, remaining: 1 });
  take('a', 0.1);
  expect(look('a', 0.1)).toMatchObject({ allowed: false, remaining: 0 });
});

it('never holds more than the window, however long it rested', () => {
  let nowMs = 0;
  const { take } = tokenBuckets(() => nowMs);
  take('a', 1);
  nowMs += 1_000_000;
  expect(take('a', 1)).toMatchObject({ remaining: 9, resetSeconds: 1 });
});

it('keeps as many callers as it has room for, and forgets the one that was silent longest', () => {
  const buckets = tokenBuckets(() => 0);
  for (let n = 0; n < 10; n += 1) buckets.take('busy', 1);
  for (let n = 0; n < 200_000; n += 1) {
    buckets.take(`key ${n}`, 1);
    if (n % 1_000 === 0) expect(buckets.take('busy', 1).allowed).toBe(false);
  }
  expect(buckets.size).toBe(50_000);
  expect(buckets.take('key 0', 1).remaining).toBe(9);
});
