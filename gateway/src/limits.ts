import { GraphQLError, parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import { refusal, type Refusal } from './context';
import { answeredFields, measureDocument, NOTHING_ASKED, type Measure } from './measure-document';

/** Bytes of a request. */
export const BODY_BYTES_MAX = 8 * 1024 * 1024;
/** Words and signs of a document; values belong into variables. */
export const TOKENS_MAX = 5_000;
const DEPTH_MAX = 12;
/** Introspection is deep by nature, and bounded by graphql's own rules. */
const INTROSPECTION_DEPTH_MAX = 20;
const ROOT_FIELDS_MAX = 40;
const ALIASES_MAX = 60;
/** Fields with fragments spread. */
const SELECTIONS_MAX = 2_000;
/** Fields of the largest answer: each counts once per row of the pages around it. */
const COST_MAX = 100_000;
/** Documents whose measures are remembered, and the longest of them in characters. */
const REMEMBERED = { documents: 1_000, characters: 20_000 };

/** A GraphQL request as a client sends it, not yet trusted. */
export interface GraphqlRequest {
  readonly __typename: 'GraphqlRequest';
  readonly query?: unknown;
  readonly operationName?: unknown;
  readonly variables?: unknown;
}

/** A request within the limits. */
export interface Checked {
  readonly __typename: 'Checked';
  /** True when it asks for a till's work alone. */
  readonly isTillWork: boolean;
}

/** What a till asks for while a customer waits. */
const TILL_WORK = new Set(['quotePurchase', 'reservePurchase', 'confirmPurchase', 'cancelPurchase', 'returnPurchase']);

/** Makes the check of requests against the limits, before anything is validated or planned. */
export function documentLimits(
  schema: GraphQLSchema,
): (request: GraphqlRequest, mayIntrospect: boolean) => Refusal | Checked {
  const remembered = new Map<string, Measured>();
  const measured = (query: string, operationName: string): Measured => {
    const key = `${operationName}\n${query}`;
    const known = remembered.get(key);
    if (known) return known;
    const fresh = checkShape(schema, query, operationName);
    if (remembered.size >= REMEMBERED.documents) remembered.clear();
    if (key.length <= REMEMBERED.characters) remembered.set(key, fresh);
    return fresh;
  };
  return ({ query, operationName, variables }, mayIntrospect) => {
    if (typeof query !== 'string' || query === '')
      return refusal(400, 'BAD_REQUEST', 'Send JSON with the document as "query".');
    const { refused, asked } = measured(query, typeof operationName === 'string' ? operationName : '');
    if (refused) return refused;
    if (asked.introspects && !mayIntrospect) {
      return refusal(400, 'INTROSPECTION_REFUSED', 'The schema is shown to signed-in callers only: send a token.');
    }
    const fields = answeredFields(asked.answer, isRecord(variables) ? variables : {});
    const isTillWork = asked.rootNames.size > 0 && [...asked.rootNames].every((name) => TILL_WORK.has(name));
    if (fields <= COST_MAX) return { __typename: 'Checked', isTillWork };
    const message = `The answer could have ${fields} fields; at most ${COST_MAX} are allowed: ask for smaller pages.`;
    return refusal(400, 'QUERY_TOO_COSTLY', message);
  };
}

interface Measured {
  readonly refused: Refusal | null;
  readonly asked: Measure;
}

function checkShape(schema: GraphQLSchema, query: string, operationName: string): Measured {
  let document: DocumentNode;
  try {
    document = parse(query, { maxTokens: TOKENS_MAX, noLocation: true });
  } catch (error) {
    // A document of nothing but braces exhausts the parser's stack before its tokens run out.
    const refused =
      error instanceof GraphQLError
        ? refusal(400, 'GRAPHQL_PARSE_FAILED', error.message)
        : tooDeep('hundreds of', DEPTH_MAX);
    return { refused, asked: NOTHING_ASKED };
  }
  const asked = measureDocument(schema, document, operationName, SELECTIONS_MAX);
  return { refused: shapeRefusal(asked), asked };
}

function shapeRefusal(asked: Measure): Refusal | null {
  const depthMax = asked.introspectsOnly ? INTROSPECTION_DEPTH_MAX : DEPTH_MAX;
  if (asked.depth > depthMax) return tooDeep(asked.depth, depthMax);
  return (
    tooMany('fields', asked.selections, SELECTIONS_MAX) ??
    tooMany('root fields', asked.rootFields, ROOT_FIELDS_MAX) ??
    tooMany('aliases', asked.aliases, ALIASES_MAX)
  );
}

function tooDeep(depth: number | string, most: number): Refusal {
  return refusal(400, 'QUERY_TOO_DEEP', `The query is ${depth} levels deep; at most ${most} are allowed.`);
}

function tooMany(what: string, count: number, most: number): Refusal | null {
  return count <= most ? null : refusal(400, 'QUERY_TOO_LARGE', `The query has more than ${most} ${what}: split it.`);
}

/** True for a JSON object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
