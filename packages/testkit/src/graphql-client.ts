export interface GraphqlClientOptions {
  /** Sent as `Authorization: Bearer …`. */
  token?: string;
  headers?: Record<string, string>;
}

export type GraphqlRequest = <T = Record<string, unknown>>(query: string, variables?: object) => Promise<T>;

/** Sends operations to a real server over HTTP and returns `data`; GraphQL errors are thrown with their messages. */
export function graphqlClient(url: string, { token, headers = {} }: GraphqlClientOptions = {}): GraphqlRequest {
  const authorization = token ? { authorization: `Bearer ${token}` } : {};
  return async <T>(query: string, variables?: object) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...authorization, ...headers },
      body: JSON.stringify({ query, variables }),
    });
    const text = await response.text();
    const { data, errors } = parse(text, response.status);
    if (errors?.length) throw new Error(`HTTP ${response.status}: ${errors.map((error) => error.message).join('; ')}`);
    return data as T;
  };
}

interface GraphqlAnswer {
  data?: unknown;
  errors?: { message: string }[];
}

function parse(text: string, status: number): GraphqlAnswer {
  try {
    return JSON.parse(text) as GraphqlAnswer;
  } catch {
    throw new Error(`HTTP ${status}, not JSON: ${text.slice(0, 300)}`);
  }
}
