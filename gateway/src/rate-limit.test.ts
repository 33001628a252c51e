import { tokenBuckets } from './rate-limit';

it('takes ten seconds of the rate at once, then the rate', () => {
  let nowMs = 0;
  const take = tokenBuckets(() => nowMs);
  for (let n = 0; n < 20; n += 1) expect(take('a', 2).allowed).toBe(true);
  expect(take('a', 2)).toEqual({ allowed: false, limit: 20, remaining: 0, resetSeconds: 10, retrySeconds: 1 });
  nowMs += 500;
  expect(take('a', 2).allowed).toBe(true);
  expect(take('a', 2).allowed).toBe(false);
});

it('keeps callers apart', () => {
  const take = tokenBuckets(() => 0);
  expect(take('a', 0.1).allowed).toBe(true);
  expect(take('a', 0.1)).toMatchObject({ allowed: false, retrySeconds: 10 });
  expect(take('b', 0.1).allowed).toBe(true);
});

it('never holds more than the burst, however long it rested', () => {
  let nowMs = 0;
  const take = tokenBuckets(() => nowMs);
  take('a', 1);
  nowMs += 1_000_000;
  expect(take('a', 1)).toMatchObject({ remaining: 9, resetSeconds: 1 });
});
