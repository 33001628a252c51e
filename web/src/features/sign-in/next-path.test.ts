import { nextPath } from './next-path';

it('returns to the page that was asked for', () => {
  expect(nextPath('/kk/members?q=a', 'kk')).toBe('/kk/members?q=a');
});

it.each([undefined, '', 'https://evil.example', '//evil.example', '/\\evil.example', 'members'])(
  'goes home when asked to leave the site: %s',
  (asked) => {
    expect(nextPath(asked, 'ru')).toBe('/ru');
  },
);
