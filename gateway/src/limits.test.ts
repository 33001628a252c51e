import { buildSchema, getIntrospectionQuery } from 'graphql';
import { documentLimits, type GraphqlRequest } from './limits';

const schema = buildSchema(`
  type Query { member: Member members(first: Int = 50): [Member!]! }
  type Member { id: ID! friend: Member purchases(first: Int = 20): [Purchase!]! }
  type Purchase { id: ID! lines: [Line!]! }
  type Line { sku: String! }
`);
const check = documentLimits(schema);
const request = (query: unknown, rest: Partial<GraphqlRequest> = {}): GraphqlRequest => ({
  __typename: 'GraphqlRequest',
  query,
  ...rest,
});
const nested = (levels: number): string =>
  `{ member { ${'friend { '.repeat(levels - 2)} id ${'} '.repeat(levels - 2)} } }`;

it('lets an ordinary query pass', () => {
  expect(check(request('{ member { id purchases { id lines { sku } } } }'), false)).toMatchObject({
    __typename: 'Checked',
  });
});

it("tells a till's work from everything else", () => {
  const isTillWork = (query: string, operationName?: string): unknown =>
    check(request(query, { operationName }), false);
  expect(isTillWork('mutation { confirmPurchase(input: {}) { __typename } }')).toMatchObject({ isTillWork: true });
  expect(isTillWork('{ a: quotePurchase { __typename } b: quotePurchase { __typename } }')).toMatchObject({
    isTillWork: true,
  });
  expect(isTillWork('{ quotePurchase { __typename } members { id } }')).toMatchObject({ isTillWork: false });
  expect(isTillWork('fragment A on Query { quotePurchase members } query { ...A }')).toMatchObject({
    isTillWork: false,
  });
  expect(isTillWork('query A { quotePurchase } query B { members { id } }', 'B')).toMatchObject({ isTillWork: false });
});

it('takes twelve levels and refuses more in one sentence', () => {
  expect(check(request(nested(12)), false)).toMatchObject({ __typename: 'Checked' });
  expect(check(request(nested(40)), false)).toMatchObject({
    status: 400,
    code: 'QUERY_TOO_DEEP',
    message: 'The query is 40 levels deep; at most 12 are allowed.',
  });
});

it('counts levels through fragments', () => {
  const query = `{ member { ...A } } fragment A on Member { ${'friend { '.repeat(20)} id ${'} '.repeat(20)} }`;
  expect(check(request(query), false)).toMatchObject({ code: 'QUERY_TOO_DEEP' });
});

it('refuses fragments that go in a ring or double each other, without hanging', () => {
  const ring = '{ member { ...A } } fragment A on Member { ...B } fragment B on Member { ...A }';
  expect(check(request(ring), false)).toMatchObject({ code: 'QUERY_TOO_LARGE' });
  const doubling = Array.from({ length: 30 }, (_, n) => `fragment F${n} on Member { ...F${n + 1} ...F${n + 1} }`);
  const query = `{ member { ...F0 } } ${doubling.join(' ')} fragment F30 on Member { id }`;
  expect(check(request(query), false)).toMatchObject({ code: 'QUERY_TOO_LARGE' });
});

it('refuses thousands of opening braces', () => {
  expect(check(request('{a'.repeat(4_000)), false)).toMatchObject({ status: 400 });
  expect(check(request('{a'.repeat(400_000)), false)).toMatchObject({ status: 400 });
});

it('refuses a field asked for under a hundred names', () => {
  const aliases = Array.from({ length: 100 }, (_, n) => `a${n}: id`).join(' ');
  expect(check(request(`{ member { ${aliases} } }`), false)).toMatchObject({ code: 'QUERY_TOO_LARGE' });
  const roots = Array.from({ length: 50 }, (_, n) => `a${n}: member { id }`).join(' ');
  expect(check(request(`{ ${roots} }`), false)).toMatchObject({
    message: 'The query has more than 40 root fields: split it.',
  });
});

describe('the cost of pages', () => {
  const query = 'query Q($n: Int = 100) { members(first: $n) { id purchases(first: 100) { id lines { sku } } } }';

  it('multiplies pages with the size the variables give', () => {
    expect(check(request(query, { variables: { n: 10 } }), false)).toMatchObject({ __typename: 'Checked' });
    expect(check(request(query, { variables: { n: 500 } }), false)).toMatchObject({ code: 'QUERY_TOO_COSTLY' });
  });

  it('uses the default of the variable, then that of the schema', () => {
    expect(check(request(query), false)).toMatchObject({ __typename: 'Checked' });
    const defaults = '{ members { id purchases { id } } }';
    expect(check(request(defaults), false)).toMatchObject({ __typename: 'Checked' });
    const large = 'query Q($n: Int = 5000) { members(first: $n) { id purchases { id lines { sku } } } }';
    expect(check(request(large), false)).toMatchObject({
      message: 'The answer could have 310001 fields; at most 100000 are allowed: ask for smaller pages.',
    });
  });
});

it('shows the schema to those who may see it', () => {
  const query = getIntrospectionQuery();
  expect(check(request(query), false)).toMatchObject({ code: 'INTROSPECTION_REFUSED' });
  expect(check(request(query), true)).toMatchObject({ __typename: 'Checked' });
  expect(check(request('{ __typename }'), false)).toMatchObject({ __typename: 'Checked' });
});

it('does not let introspection open the way for deep queries', () => {
  const query = `{ __schema { types { name } } member { ${'friend { '.repeat(15)} id ${'} '.repeat(15)} } }`;
  expect(check(request(query), true)).toMatchObject({ code: 'QUERY_TOO_DEEP' });
});

it('measures the operation that is named', () => {
  const query = `query Small { member { id } } query Deep ${nested(20)}`;
  expect(check(request(query, { operationName: 'Small' }), false)).toMatchObject({ __typename: 'Checked' });
  expect(check(request(query, { operationName: 'Deep' }), false)).toMatchObject({ code: 'QUERY_TOO_DEEP' });
});

it('says what is wrong with a document that cannot be parsed', () => {
  expect(check(request('{ member {'), false)).toMatchObject({ code: 'GRAPHQL_PARSE_FAILED' });
  expect(check(request(undefined), false)).toMatchObject({ code: 'BAD_REQUEST' });
});
