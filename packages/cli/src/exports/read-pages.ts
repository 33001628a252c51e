import type { GatewayClient } from '../gateway-client';

/** Rows of one answer. */
const PAGE_ROWS = 500;

interface Connection<Node> {
  readonly totalCount?: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: Node }[];
}

/** A list of the graph: where it is, what is asked of each row, and whether it counts itself. */
export interface PagedList {
  /** With $first and $after, e.g. `products(first: $first, after: $after)`; within another field by `around`. */
  readonly field: string;
  /** Further variables, e.g. `$pool: ID!`. */
  readonly variables?: string;
  readonly values?: Record<string, unknown>;
  /** The field that it is a field of, e.g. `couponPool(id: $pool)`. */
  readonly around?: string;
  readonly node: string;
  /** Rows there are, when the list does not say. */
  readonly total?: number;
}

/** Reads a list to its end by cursors; with each page the share of the whole that is read. */
export async function* readPages<Node>(
  client: GatewayClient,
  { field, variables = '', values = {}, around, node, total }: PagedList,
): AsyncGenerator<{ nodes: Node[]; share: number }> {
  const counted = total === undefined ? 'totalCount @include(if: $counts)' : '';
  const list = `list: ${field} { ${counted} pageInfo { hasNextPage endCursor } edges { node { ${node} } } }`;
  const counts = total === undefined ? '$counts: Boolean!' : '';
  const document = `query Export($first: Int!, $after: String, ${counts} ${variables}) { ${around === undefined ? list : `around: ${around} { ${list} }`} }`;
  let after: string | null = null;
  let read = 0;
  let whole = total ?? 0;
  for (;;) {
    const counting: { counts?: boolean } = total === undefined ? { counts: after === null } : {};
    const answer: Answer<Node> = await client.ask(document, { first: PAGE_ROWS, after, ...counting, ...values });
    const page = around === undefined ? answer.list : answer.around?.list;
    if (!page) return;
    whole = page.totalCount ?? whole;
    read += page.edges.length;
    yield { nodes: page.edges.map((edge) => edge.node), share: whole === 0 ? 1 : Math.min(1, read / whole) };
    if (!page.pageInfo.hasNextPage) return;
    after = page.pageInfo.endCursor;
  }
}

interface Answer<Node> {
  readonly list?: Connection<Node>;
  readonly around?: { readonly list: Connection<Node> | null } | null;
}
