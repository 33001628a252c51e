import { ANONYMOUS } from '@adal/service';
import {
  getNamedType,
  isLeafType,
  isNonNullType,
  isInputObjectType,
  isListType,
  isEnumType,
  type GraphQLInputType,
  type GraphQLField,
} from 'graphql';
import { powerless, startMembers, type TestMembers } from '../test/harness';
import { membersSchema } from './schema';

/** Fields that need no permission: signing in and out, and asking who one is. */
const PUBLIC = ['me', 'myPermissions', 'signIn', 'refreshSession', 'signOut', '_service', '_entities'];

let members: TestMembers;
beforeAll(async () => {
  members = await startMembers();
});
afterAll(() => members.stop());

const schema = membersSchema();
const guarded = (['Query', 'Mutation'] as const).flatMap((root) =>
  Object.values((root === 'Query' ? schema.getQueryType() : schema.getMutationType())?.getFields() ?? {})
    .filter(({ name }) => !PUBLIC.includes(name))
    .map((field) => [root, field.name, field] as const),
);

it('guards at least every feature', () => expect(guarded.length).toBeGreaterThan(15));

it.each(guarded)('%s.%s refuses who may not', async (root, name, field) => {
  const document = `${root.toLowerCase()} { ${name}${argumentsOf(field)}${isLeafType(getNamedType(field.type)) ? '' : ' { __typename }'} }`;
  expect((await members.execute(powerless, document)).code).toBe('FORBIDDEN');
  expect(['UNAUTHENTICATED', 'FORBIDDEN']).toContain((await members.execute(ANONYMOUS, document)).code);
});

it('refuses to resolve members for who may not read them', async () => {
  const document = '{ _entities(representations: [{ __typename: "Member", id: "x" }]) { __typename } }';
  expect((await members.execute(powerless, document)).code).toBe('FORBIDDEN');
});

function argumentsOf(field: GraphQLField<unknown, unknown>): string {
  const given = field.args
    .filter(({ type }) => isNonNullType(type))
    .map(({ name, type }) => `${name}: ${literalOf(type)}`);
  return given.length > 0 ? `(${given.join(', ')})` : '';
}

/** The smallest value of a type. */
function literalOf(type: GraphQLInputType): string {
  if (isNonNullType(type)) return literalOf(type.ofType);
  if (isListType(type)) return '[]';
  if (isEnumType(type)) return type.getValues()[0]?.name ?? '';
  if (!isInputObjectType(type)) return type.name === 'Boolean' ? 'true' : '"x"';
  const fields = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
  return `{ ${fields.map((field) => `${field.name}: ${literalOf(field.type)}`).join(', ')} }`;
}
