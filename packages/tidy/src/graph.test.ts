import { Kind, parse, visit, type ASTNode, type DefinitionNode } from 'graphql';
import { filesLike, read } from './repository';

const SDL = filesLike(/^(subgraphs\/[a-z]+|gateway)\/src\/.*\.graphql$/);

const DESCRIBED = new Set<string>([
  Kind.OBJECT_TYPE_DEFINITION,
  Kind.INTERFACE_TYPE_DEFINITION,
  Kind.INPUT_OBJECT_TYPE_DEFINITION,
  Kind.ENUM_TYPE_DEFINITION,
  Kind.SCALAR_TYPE_DEFINITION,
  Kind.UNION_TYPE_DEFINITION,
  Kind.FIELD_DEFINITION,
  Kind.INPUT_VALUE_DEFINITION,
  Kind.ENUM_VALUE_DEFINITION,
]);

/** Elements without a description, as "Type.field(argument)" and the line. */
function undescribed(sdl: string): string[] {
  const found: string[] = [];
  visit(parse(sdl), {
    enter(node, _key, _parent, _path, ancestors) {
      if (!DESCRIBED.has(node.kind) || ('description' in node && node.description?.value.trim())) return;
      // A short list of arguments that the field's own sentence explains need not repeat it one by one.
      if (node.kind === Kind.INPUT_VALUE_DEFINITION && isPaging(node.name.value)) return;
      found.push(`line ${node.loc?.startToken.line ?? 0}: ${[...namesOf(ancestors), nameOf(node)].join('.')}`);
    },
  });
  return found;
}

/** first and after mean the same everywhere, as Relay says; id and input are what the field is about. */
function isPaging(name: string): boolean {
  return ['first', 'after', 'id', 'input', 'filter', 'by'].includes(name);
}

function namesOf(ancestors: readonly (ASTNode | readonly ASTNode[])[]): string[] {
  return ancestors.flatMap((ancestor) =>
    'kind' in ancestor && ancestor.kind !== Kind.DOCUMENT ? [nameOf(ancestor)] : [],
  );
}

function nameOf(node: ASTNode): string {
  return 'name' in node && node.name ? node.name.value : '';
}

it.each(SDL)('%s describes everything', (file) => {
  expect(undescribed(read(file))).toEqual([]);
});

it('finds what is not described', () => {
  expect(undescribed('"A." type A { "B." b(c: Int): Int d: Int }')).toEqual(['line 1: A.b.c', 'line 1: A.d']);
});

it.each(SDL)('%s: a refusal names its codes', (file) => {
  const nameless = parse(read(file))
    .definitions.filter(isRefusal)
    .filter((definition) => {
      const code = 'fields' in definition ? definition.fields?.find((field) => nameOf(field) === 'code') : undefined;
      return !/\b[A-Z]+(_[A-Z]+)+\b/.test(code?.description?.value ?? '');
    });
  expect(nameless.map(nameOf)).toEqual([]);
});

function isRefusal(definition: DefinitionNode): boolean {
  const implemented = definition.kind === Kind.OBJECT_TYPE_DEFINITION ? definition.interfaces : [];
  return Boolean(implemented?.some((one) => one.name.value === 'UserError'));
}
