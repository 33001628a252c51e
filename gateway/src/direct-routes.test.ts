import { parse, buildSchema, Kind, type OperationDefinitionNode } from 'graphql';
import { directRoutes, type DirectRoute } from './direct-routes';

const schema = buildSchema(`
  interface Refusal { message: String! }
  type Query { purchase(id: ID!, deep: Boolean): Purchase outcome: Outcome! }
  type Purchase { id: ID! total: String! lines: [Line!]! }
  type Line { sku: String! }
  type Done { purchase: Purchase! }
  type Unknown implements Refusal { message: String! }
  union Outcome = Done | Unknown
`);

function learn(asked: string, sent: string, rest: object = {}): DirectRoute | undefined {
  const document = parse(asked);
  const operation = document.definitions.find(
    (node) => node.kind === Kind.OPERATION_DEFINITION,
  ) as OperationDefinitionNode;
  const routes = directRoutes(() => schema);
  const node = {
    kind: 'Fetch' as const,
    serviceName: 'ledger',
    operation: sent,
    operationName: 'Q__ledger__0',
    operationKind: operation.operation,
    ...rest,
  };
  routes.learn({ source: asked, operationName: undefined, document, operation, plan: { kind: 'QueryPlan', node } });
  return routes.find({ __typename: 'GraphqlRequest', query: asked });
}

it('finds the route of an operation that is sent as it was asked', () => {
  const asked = 'query Q($id: ID!) { purchase(id: $id) { id total } }';
  expect(
    learn(asked, 'query Q__ledger__0($id: ID!) { purchase(id: $id) { id total } }', { variableUsages: ['id'] }),
  ).toMatchObject({
    subgraph: 'ledger',
    operationName: 'Q__ledger__0',
    variableNames: ['id'],
  });
});

it('sees through fragments, repeated fields and another order', () => {
  const asked = `query ($id: ID!) { purchase(deep: true, id: $id) { ...P lines { sku } ... on Purchase { id } } }
    fragment P on Purchase { total lines { sku } id }`;
  expect(learn(asked, 'query Q($id: ID!) { purchase(id: $id, deep: true) { id lines { sku } total } }')).toBeDefined();
  const outcome =
    '{ outcome { __typename ... on Refusal { message } ... on Done { ...D } } } fragment D on Done { purchase { id } }';
  expect(
    learn(outcome, '{ outcome { ... on Done { purchase { id } } __typename ... on Refusal { message } } }'),
  ).toBeDefined();
});

it('finds none when more, less or something else is sent', () => {
  const asked = '{ outcome { ... on Done { purchase { id } } } }';
  expect(learn(asked, asked)).toBeDefined();
  expect(learn(asked, '{ outcome { __typename ... on Done { purchase { id } } } }')).toBeUndefined();
  expect(learn(asked, '{ outcome { ... on Done { purchase { id total } } } }')).toBeUndefined();
  expect(learn(asked, '{ outcome { ... on Unknown { message } } }')).toBeUndefined();
  expect(learn('{ purchase(id: 1) { id } }', '{ purchase(id: 2) { id } }')).toBeUndefined();
  expect(learn('{ purchase(id: 1) { a: id } }', '{ purchase(id: 1) { id } }')).toBeUndefined();
  expect(
    learn('query ($x: Boolean!) { purchase(id: 1) { id @include(if: $x) } }', '{ purchase(id: 1) { id } }'),
  ).toBeUndefined();
  const skipped = '{ purchase(id: 1) { ... on Purchase @skip(if: true) { id } } }';
  expect(learn(skipped, '{ purchase(id: 1) { id } }')).toBeUndefined();
});

it('finds none when the plan joins or rewrites', () => {
  const asked = '{ purchase(id: 1) { id } }';
  expect(learn(asked, asked, { requires: [{ kind: 'Field', name: 'id' }] })).toBeUndefined();
  expect(learn(asked, asked, { outputRewrites: [{ kind: 'KeyRenamer', path: [], renameKeyTo: 'x' }] })).toBeUndefined();
  expect(learn(asked, asked, { kind: 'Sequence', nodes: [] })).toBeUndefined();
});
