import type { QueryPlan } from '@apollo/query-planner';
import {
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  print,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { GraphqlRequest } from './limits';

/** Routes remembered, and the longest document remembered with one, in characters. */
const REMEMBERED = { routes: 1_000, characters: 20_000 };

/** An operation that one subgraph answers alone, exactly as the client asked. */
export interface DirectRoute {
  readonly subgraph: string;
  /** What the subgraph is sent, as the planner wrote it. */
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variableNames: readonly string[];
  /** The client's operation, to check variables against. */
  readonly operation: OperationDefinitionNode;
}

/** An operation that was executed, with its plan. */
export interface PlannedOperation {
  readonly source: string;
  readonly operationName: string | undefined;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly plan: QueryPlan;
}

/** Knows operations that need no joining. */
export interface DirectRoutes {
  /** Remembers an operation that was validated, planned and executed, when it has a direct route. */
  learn(planned: PlannedOperation): void;
  find(request: GraphqlRequest): DirectRoute | undefined;
}

/**
 * Most of a till's operations concern one subgraph. Parsing its answer to build the same answer again costs the gateway
 * more than everything else it does, so such an answer is passed on as it came.
 */
export function directRoutes(schema: () => GraphQLSchema): DirectRoutes {
  const routes = new Map<string, DirectRoute | null>();
  const keyOf = (source: string, operationName: unknown): string =>
    typeof operationName === 'string' ? `${operationName}\n${source}` : source;
  return {
    learn: (planned) => {
      const key = keyOf(planned.source, planned.operationName);
      if (routes.has(key) || key.length > REMEMBERED.characters) return;
      if (routes.size >= REMEMBERED.routes) routes.clear();
      routes.set(key, routeOf(schema(), planned));
    },
    find: ({ query, operationName }) =>
      typeof query === 'string' ? (routes.get(keyOf(query, operationName)) ?? undefined) : undefined,
  };
}

function routeOf(schema: GraphQLSchema, { document, operation, plan }: PlannedOperation): DirectRoute | null {
  const fetch = plan.node;
  if (fetch?.kind !== 'Fetch' || fetch.requires || fetch.inputRewrites?.length || fetch.outputRewrites?.length)
    return null;
  const sent = parse(fetch.operation);
  const sentOperation = sent.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (!sentOperation) return null;
  const root = schema.getRootType(operation.operation)?.name ?? '';
  const asked = new Normal(schema, document).print([operation.selectionSet], root);
  const fetched = new Normal(schema, sent).print([sentOperation.selectionSet], root);
  if (asked !== fetched) return null;
  return {
    subgraph: fetch.serviceName,
    query: fetch.operation,
    operationName: fetch.operationName,
    variableNames: fetch.variableUsages ?? [],
    operation,
  };
}

/** Prints selections so that two of the same meaning print the same: fragments spread, fields merged and sorted. */
class Normal {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
  ) {
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition);
    }
  }

  print(sets: readonly SelectionSetNode[], type: string): string {
    const parts = new Map<string, { below: SelectionSetNode[]; type: string }>();
    for (const set of sets) for (const selection of set.selections) this.collect(selection, type, parts);
    const printed = [...parts].map(([key, part]) =>
      part.below.length > 0 ? `${key} { ${this.print(part.below, part.type)} }` : key,
    );
    return printed.sort().join(' ');
  }

  private collect(
    selection: SelectionNode,
    type: string,
    parts: Map<string, { below: SelectionSetNode[]; type: string }>,
  ): void {
    const add = (key: string, below: SelectionSetNode | undefined, belowType: string): void => {
      const part = parts.get(key) ?? { below: [], type: belowType };
      if (below) part.below.push(below);
      parts.set(key, part);
    };
    if (selection.kind === Kind.FIELD)
      return add(printField(selection), selection.selectionSet, this.typeOf(selection, type));
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? this.fragments.get(selection.name.value) : selection;
    if (!fragment) return;
    const condition = fragment.typeCondition?.name.value ?? type;
    if (condition === type && !selection.directives?.length) {
      for (const each of fragment.selectionSet.selections) this.collect(each, type, parts);
    } else {
      add(`... on ${condition} ${(selection.directives ?? []).map(print).join(' ')}`, fragment.selectionSet, condition);
    }
  }

  private typeOf(field: FieldNode, parent: string): string {
    const type = this.schema.getType(parent);
    const definition = isObjectType(type) || isInterfaceType(type) ? type.getFields()[field.name.value] : undefined;
    return definition ? getNamedType(definition.type).name : '';
  }
}

function printField({ selectionSet: _below, ...field }: FieldNode): string {
  const byName = [...(field.arguments ?? [])].sort((left, right) => left.name.value.localeCompare(right.name.value));
  return print({ ...field, arguments: byName });
}
