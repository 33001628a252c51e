import { connectionOf, decodeCursor, encodeCursor, pageSize } from './paging';

it('tells of a next page by the extra row alone', () => {
  const page = connectionOf([1, 2, 3], 2, null, (row) => [row]);
  expect(page.edges.map((edge) => edge.node)).toEqual([1, 2]);
  expect(page.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
  expect(decodeCursor(page.pageInfo.endCursor, 1)).toEqual([2]);
});

it('refuses a cursor of another list and a page that is too large, with a sentence', () => {
  expect(() => decodeCursor(encodeCursor([1, 'a']), 1)).toThrow('not a cursor');
  expect(() => decodeCursor('%%%', 1)).toThrow('not a cursor');
  expect(() => decodeCursor(Buffer.from('[{"a":1}]').toString('base64url'), 1)).toThrow('not a cursor');
  expect(() => pageSize(501)).toThrow('between 1 and 500');
});
