import { requirePermission, seesStore, type Actor, type Permission } from '@adal/service';
import {
  getOperationAST,
  getVariableValues,
  GraphQLError,
  Kind,
  parse,
  print,
  validate,
  visit,
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { getArgumentValues } from 'graphql/execution/values';
import { isRecord, type GraphqlRequest } from './limits';
import type { LiveEvent } from './live-events';

/** A subscription, turned into the query that is asked again and again. */
export interface LivePlan {
  readonly query: string;
  /** Name of the field in the answer. */
  readonly key: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** True when it is asked at once, before anything happened. */
  readonly beginsNow: boolean;
  /** Shortest time between two answers. */
  readonly intervalMs: number;
  /** The variables to ask with because of an event; null when it is none of this subscription's business. */
  concern(event: LiveEvent): Readonly<Record<string, unknown>> | null;
}

/** A live field: the query field that answers it, and what makes it be asked again. */
interface LiveField {
  readonly permission: Permission;
  readonly queryField: string;
  readonly beginsNow: boolean;
  readonly intervalMs: number;
  queryArguments(field: FieldNode): ArgumentNode[];
  concerns(event: LiveEvent, args: Record<string, unknown>, actor: Actor): boolean;
}

/** Variable that carries the id of a purchase; a client's own variables cannot begin like this by accident. */
const PURCHASE_ID = 'adalLivePurchaseId';
const METRIC_INTERVAL_MS = 1_000;
const SIMULATION_INTERVAL_MS = 500;
const PROMOTION_INTERVAL_MS = 1_000;

const LIVE_FIELDS: Readonly<Record<string, LiveField>> = {
  purchaseBooked: {
    permission: 'receipts.read',
    queryField: 'purchase',
    beginsNow: false,
    intervalMs: 0,
    queryArguments: () => parseArguments(`id: $${PURCHASE_ID}`),
    concerns: (event, { storeIds }, actor) =>
      event.kind === 'purchase-booked' &&
      seesStore({ actor }, event.storeId) &&
      (!Array.isArray(storeIds) || storeIds.includes(event.storeId)),
  },
  metricChanged: {
    permission: 'metrics.read',
    queryField: 'metric',
    beginsNow: true,
    intervalMs: METRIC_INTERVAL_MS,
    queryArguments: (field) => [...(field.arguments ?? [])],
    concerns: (event) => event.kind === 'facts-arrived',
  },
  memberChanged: {
    permission: 'members.read',
    queryField: 'member',
    beginsNow: true,
    intervalMs: 0,
    queryArguments: (field) => memberById(field),
    concerns: (event, { id }) => event.memberIds.includes(String(id)),
  },
  simulationChanged: {
    permission: 'promotions.simulate',
    queryField: 'simulation',
    beginsNow: true,
    intervalMs: SIMULATION_INTERVAL_MS,
    queryArguments: (field) => [...(field.arguments ?? [])],
    concerns: (event, { id }) => event.simulationId === String(id).toLowerCase(),
  },
  promotionChanged: {
    permission: 'promotions.read',
    queryField: 'promotion',
    beginsNow: true,
    intervalMs: PROMOTION_INTERVAL_MS,
    queryArguments: (field) => [...(field.arguments ?? [])],
    concerns: (event, { id }) => event.promotionIds.includes(String(id).toLowerCase()),
  },
};

/** Checks a subscription and turns it into a query; throws GraphQLErrors, one or several. */
export function planLive(schema: GraphQLSchema, actor: Actor, request: GraphqlRequest): LivePlan {
  const document = parse(String(request.query));
  const errors = validate(schema, document);
  if (errors.length > 0) throw new AggregateError(errors);
  const operation = getOperationAST(document, typeof request.operationName === 'string' ? request.operationName : null);
  const field = operation?.selectionSet.selections[0];
  const live = field?.kind === Kind.FIELD ? LIVE_FIELDS[field.name.value] : undefined;
  const definition =
    live && field?.kind === Kind.FIELD ? schema.getSubscriptionType()?.getFields()[field.name.value] : undefined;
  if (!operation || field?.kind !== Kind.FIELD || !live || !definition) {
    throw new GraphQLError('Send one subscription with one live field; queries go to /graphql.', {
      extensions: { code: 'BAD_USER_INPUT' },
    });
  }
  requirePermission({ actor }, live.permission);
  const sent = isRecord(request.variables) ? request.variables : {};
  const { coerced, errors: faults } = getVariableValues(schema, operation.variableDefinitions ?? [], sent, {
    maxErrors: 1,
  });
  if (!coerced) throw new AggregateError(faults);
  const args = getArgumentValues(definition, field, coerced);
  const { query, variableNames } = toQuery(document, operation, field, live);
  const variables = Object.fromEntries(Object.entries(sent).filter(([name]) => variableNames.has(name)));
  return {
    query,
    key: field.alias?.value ?? field.name.value,
    variables,
    beginsNow: live.beginsNow,
    intervalMs: live.intervalMs,
    concern: (event) => {
      if (!live.concerns(event, args, actor)) return null;
      return variableNames.has(PURCHASE_ID) ? { ...variables, [PURCHASE_ID]: event.purchaseId } : variables;
    },
  };
}

/** `subscription S($m: …) { metricChanged(input: $m) { … } }` → `query S($m: …) { metricChanged: metric(input: $m) { … } }`. */
function toQuery(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  field: FieldNode,
  live: LiveField,
): { query: string; variableNames: ReadonlySet<string> } {
  const asked: FieldNode = {
    ...field,
    alias: field.alias ?? { kind: Kind.NAME, value: field.name.value },
    name: { kind: Kind.NAME, value: live.queryField },
    arguments: live.queryArguments(field),
  };
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  const variableNames = new Set<string>();
  for (const node of [asked, ...fragments])
    visit(node, { Variable: (variable) => void variableNames.add(variable.name.value) });
  const given = (operation.variableDefinitions ?? []).filter(({ variable }) => variableNames.has(variable.name.value));
  const own = variableNames.has(PURCHASE_ID)
    ? (parseQuery(`query ($${PURCHASE_ID}: ID!) { f }`).variableDefinitions ?? [])
    : [];
  const query: OperationDefinitionNode = {
    ...operation,
    operation: 'query' as OperationDefinitionNode['operation'],
    variableDefinitions: [...given, ...own],
    selectionSet: { kind: Kind.SELECTION_SET, selections: [asked] },
  };
  return { query: print({ kind: Kind.DOCUMENT, definitions: [query, ...fragments] }), variableNames };
}

function memberById(field: FieldNode): ArgumentNode[] {
  const id = field.arguments?.find((argument) => argument.name.value === 'id');
  return parseArguments('by: {}').map((by) => ({
    ...by,
    value: { kind: Kind.OBJECT, fields: id ? [{ kind: Kind.OBJECT_FIELD, name: id.name, value: id.value }] : [] },
  }));
}

function parseArguments(text: string): ArgumentNode[] {
  const [field] = parseQuery(`{ f(${text}) }`).selectionSet.selections;
  return field?.kind === Kind.FIELD ? [...(field.arguments ?? [])] : [];
}

function parseQuery(text: string): OperationDefinitionNode {
  const [definition] = parse(text, { noLocation: true }).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error('Not an operation');
  return definition;
}
