import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repoRoot, type Subgraph } from '@adal/local';
import {
  buildSchema,
  getNamedType,
  isLeafType,
  isNonNullType,
  isObjectType,
  isUnionType,
  Kind,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

/** A mutation of the whole graph, with a document that asks for whatever it may answer. */
export interface Mutation {
  readonly name: string;
  readonly owner: Subgraph;
  readonly field: GraphQLField<unknown, unknown>;
  readonly document: string;
}

/** Every mutation of the composed supergraph. */
export function mutationsOfTheGraph(): Mutation[] {
  const schema = buildSchema(readFileSync(join(repoRoot(), 'supergraph.graphql'), 'utf8'), { assumeValidSDL: true });
  return Object.values(schema.getMutationType()?.getFields() ?? {}).map((field) => ({
    name: field.name,
    owner: ownerOf(field),
    field,
    document: documentOf(schema, field),
  }));
}

/** `@join__field(graph: LEDGER)`. */
function ownerOf({ name, astNode }: GraphQLField<unknown, unknown>): Subgraph {
  const join = astNode?.directives?.find((directive) => directive.name.value === 'join__field');
  const graph = join?.arguments?.find((argument) => argument.name.value === 'graph')?.value;
  if (graph?.kind !== Kind.ENUM) throw new Error(`The supergraph does not say whose ${name} is`);
  return graph.value.toLowerCase() as Subgraph;
}

function documentOf(schema: GraphQLSchema, { name, args, type }: GraphQLField<unknown, unknown>): string {
  const declared = args.map((argument) => `$${argument.name}: ${String(argument.type)}`).join(', ');
  const passed = args.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
  return `mutation (${declared}) { answer: ${name}(${passed}) { ${selectionOf(schema, getNamedType(type), 2)} } }`;
}

/** Every plain field, of what is below too; fields of one name in several members of a union are named apart. */
function selectionOf(schema: GraphQLSchema, type: GraphQLNamedType, levels: number): string {
  if (isUnionType(type)) {
    const members = type
      .getTypes()
      .map((member) => `... on ${member.name} { ${fieldsOf(schema, member, levels, `${member.name}_`)} }`);
    return `__typename ${members.join(' ')}`;
  }
  return `__typename ${fieldsOf(schema, type, levels, '')}`;
}

function fieldsOf(schema: GraphQLSchema, type: GraphQLNamedType, levels: number, prefix: string): string {
  if (!isObjectType(type)) return '';
  const selections = Object.values(type.getFields()).flatMap((field) => {
    const named = getNamedType(field.type);
    if (field.args.some(({ type: needed }) => isNonNullType(needed))) return [];
    if (isLeafType(named)) return [`${prefix}${field.name}: ${field.name}`];
    if (levels < 2 || !isObjectType(named) || String(field.type).startsWith('[')) return [];
    return [`${prefix}${field.name}: ${field.name} { ${selectionOf(schema, named, levels - 1)} }`];
  });
  return ['__typename', ...selections].join(' ');
}
