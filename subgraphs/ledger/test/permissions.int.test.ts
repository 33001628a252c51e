import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isNonNullType,
  isScalarType,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql';
import { ledgerSchema } from '../src/schema';
import { startLedger, type TestLedger } from './harness';

let ledger: TestLedger;
beforeAll(async () => void (ledger = await startLedger()));
afterAll(() => ledger.stop());

const schema = ledgerSchema();
const rootFields = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
  Object.values(type?.getFields() ?? {})
    .filter(({ name }) => !name.startsWith('_'))
    .map((field) => [type === schema.getQueryType() ? 'query' : 'mutation', field.name, field] as const),
);

/** A value that a required argument takes: permission is asked before content. */
function valueFor(type: GraphQLInputType): string {
  const named = getNamedType(type);
  if (String(type).startsWith('[')) return '[]';
  if (isInputObjectType(named)) {
    const required = Object.values(named.getFields()).filter(({ type: fieldType }) => isNonNullType(fieldType));
    return `{ ${required.map((field) => `${field.name}: ${valueFor(field.type)}`).join(', ')} }`;
  }
  if (isEnumType(named)) return String(named.getValues()[0]?.name);
  return named.name === 'LocalDate' ? '"2026-11-01"' : named.name === 'DateTime' ? '"2026-11-01T00:00:00Z"' : '"1"';
}

function call(kind: string, field: GraphQLField<unknown, unknown>): string {
  const required = field.args
    .filter(({ type }) => isNonNullType(type))
    .map(({ name, type }) => `${name}: ${valueFor(type)}`);
  const selection = isScalarType(getNamedType(field.type)) ? '' : '{ __typename }';
  return `${kind} { ${field.name}${required.length > 0 ? `(${required.join(', ')})` : ''} ${selection} }`;
}

it.each(rootFields)('%s %s needs a permission', async (kind, _name, field) => {
  const nobody = await ledger.ask(call(kind, field), {}, { permissions: [], kind: 'anonymous' });
  expect(nobody.errors).toEqual(['UNAUTHENTICATED']);
  const powerless = await ledger.ask(call(kind, field), {}, { permissions: [], kind: 'partner' });
  expect(powerless.errors).toEqual(['FORBIDDEN']);
});
