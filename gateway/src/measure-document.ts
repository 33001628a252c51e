import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** Fields of an answer: plain ones, and pages (fields with `first`) that multiply what is below them. */
export interface Answer {
  readonly fields: number;
  readonly pages: readonly { readonly size: PageSize; readonly below: Answer }[];
}
type PageSize = number | { readonly variable: string; readonly fallback: number };

/** What an operation asks for, with fragments spread. */
export interface Measure {
  readonly answer: Answer;
  readonly depth: number;
  /** Counting stops one above the most. */
  readonly selections: number;
  readonly rootFields: number;
  readonly rootNames: ReadonlySet<string>;
  readonly aliases: number;
  readonly introspects: boolean;
  readonly introspectsOnly: boolean;
}

export const NOTHING_ASKED: Measure = {
  answer: { fields: 0, pages: [] },
  depth: 0,
  selections: 0,
  rootFields: 0,
  rootNames: new Set(),
  aliases: 0,
  introspects: false,
  introspectsOnly: false,
};

/** Measures the operation of that name, or the only one; nothing when it is unclear which: the server says so later. */
export function measureDocument(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string,
  selectionsMax: number,
): Measure {
  const operation = findOperation(document, operationName);
  if (!operation) return NOTHING_ASKED;
  const walk = new Walk(schema, document, operation, selectionsMax);
  const answer = walk.measure(operation.selectionSet, schema.getRootType(operation.operation) ?? null, 1);
  const { depth, selections, rootFields, rootNames, aliases, introspections } = walk;
  return {
    answer,
    depth,
    selections,
    rootFields,
    rootNames,
    aliases,
    introspects: introspections > 0,
    introspectsOnly: introspections === rootFields,
  };
}

/** Fields of the largest answer with these variables. */
export function answeredFields(answer: Answer, variables: Record<string, unknown>): number {
  let fields = answer.fields;
  for (const { size, below } of answer.pages) {
    const rows = typeof size === 'number' ? size : Number(variables[size.variable] ?? size.fallback);
    fields += Math.max(1, rows || 1) * answeredFields(below, variables);
  }
  return fields;
}

class Walk {
  depth = 0;
  selections = 0;
  rootFields = 0;
  readonly rootNames = new Set<string>();
  aliases = 0;
  introspections = 0;
  private readonly fragments = new Map<string, FragmentDefinitionNode>();

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly operation: OperationDefinitionNode,
    private readonly selectionsMax: number,
  ) {
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition);
    }
  }

  measure(set: SelectionSetNode, parent: GraphQLCompositeType | null, depth: number): Answer {
    let fields = 0;
    const pages: Answer['pages'][number][] = [];
    for (const selection of set.selections) {
      // Counts spreads too, so that fragments in a ring, or each doubling the next, come to an end.
      if (++this.selections > this.selectionsMax) break;
      const answer = this.measureSelection(selection, parent, depth);
      fields += answer.fields;
      pages.push(...answer.pages);
    }
    return { fields, pages };
  }

  private measureSelection(
    selection: SelectionSetNode['selections'][number],
    parent: GraphQLCompositeType | null,
    depth: number,
  ): Answer {
    if (selection.kind === Kind.FIELD) return this.measureField(selection, parent, depth);
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : this.fragments.get(selection.name.value);
    if (!fragment) return NOTHING_ASKED.answer;
    const condition = fragment.typeCondition?.name.value;
    return this.measure(fragment.selectionSet, condition === undefined ? parent : this.compositeType(condition), depth);
  }

  private measureField(field: FieldNode, parent: GraphQLCompositeType | null, depth: number): Answer {
    const name = field.name.value;
    this.depth = Math.max(this.depth, depth);
    if (depth === 1) {
      this.rootFields += 1;
      this.rootNames.add(name);
    }
    if (field.alias) this.aliases += 1;
    if (name === '__schema' || name === '__type') this.introspections += 1;
    if (!field.selectionSet) return { fields: 1, pages: [] };
    const definition = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
    const type = definition ? getNamedType(definition.type) : null;
    const below = this.measure(field.selectionSet, isCompositeType(type) ? type : null, depth + 1);
    const page = definition?.args.find((argument) => argument.name === 'first');
    if (!page) return { fields: 1 + below.fields, pages: below.pages };
    return { fields: 1, pages: [{ size: this.pageSize(field, Number(page.defaultValue ?? 1)), below }] };
  }

  private pageSize(field: FieldNode, fallback: number): PageSize {
    const value = field.arguments?.find((argument) => argument.name.value === 'first')?.value;
    if (value?.kind === Kind.INT) return Number(value.value);
    if (value?.kind !== Kind.VARIABLE) return fallback;
    const variable = value.name.value;
    const given = this.operation.variableDefinitions?.find((definition) => definition.variable.name.value === variable);
    return { variable, fallback: given?.defaultValue?.kind === Kind.INT ? Number(given.defaultValue.value) : fallback };
  }

  private compositeType(name: string): GraphQLCompositeType | null {
    const type = this.schema.getType(name);
    return isCompositeType(type) ? type : null;
  }
}

function findOperation(document: DocumentNode, name: string): OperationDefinitionNode | undefined {
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  return name === '' ? only(operations) : operations.find((operation) => operation.name?.value === name);
}

function only<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined;
}
