import { hashKey, keyFault, keyPrefix, newKey } from './key.rules';

const now = new Date('2026-11-22T06:00:00Z');
const key = { name: 'Till 1', scopes: ['purchase.quote'], expiresAt: null, requestsPerMinute: null };

it('makes keys of 256 random bits with a prefix to recognise them by', () => {
  const made = newKey();
  expect(made).toMatch(/^adal_[0-9a-f]{8}_[\w-]{43}$/);
  expect(keyPrefix(made)).toBe(made.slice(5, 13));
  expect(newKey()).not.toBe(made);
  expect(hashKey(made)).toMatch(/^[0-9a-f]{64}$/);
});

it.each(['', 'adal_x', 'secret', 'adal_local0_short', 'other_local0_0123456789012345678901'])(
  'takes %j for no key',
  (text) => expect(keyPrefix(text)).toBeNull(),
);

it('finds nothing wrong with a proper key', () => expect(keyFault(key, now)).toBeNull());

it.each([
  ['a blank name', { name: ' ' }],
  ['no scope', { scopes: [] }],
  ['an unknown scope', { scopes: ['purchase.steal'] }],
  ['a scope of staff', { scopes: ['keys.manage'] }],
  ['an end in the past', { expiresAt: now }],
  ['a scope that must answer for points', { scopes: ['points.adjust'] }],
  ['no request a minute', { requestsPerMinute: 0 }],
  ['a name that is no text', { name: 'a\u0000' }],
])('finds fault with %s', (_name, more) => expect(keyFault({ ...key, ...more }, now)).toEqual(expect.any(String)));
