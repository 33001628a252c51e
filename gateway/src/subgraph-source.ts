import type { GraphQLDataSource } from '@apollo/gateway';
import { OVERLOADED, type Histogram, type Logger } from '@adal/service';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool, type Dispatcher } from 'undici';
import type { GatewayContext } from './context';

/** One subgraph, as the gateway reaches it. */
export interface SubgraphOptions {
  readonly name: string;
  readonly url: string;
  readonly timeoutMs: number;
  /** For imports and checks of everything. */
  readonly slowTimeoutMs: number;
  readonly connections: number;
  /** Requests that may wait for a connection. */
  readonly waitingMax: number;
  readonly log: Logger;
  readonly duration: Histogram<'subgraph' | 'outcome'>;
}

/** What is sent to a subgraph. */
export interface SubgraphRequest {
  readonly query?: string | undefined;
  readonly variables?: Record<string, unknown> | undefined;
  readonly operationName?: string | undefined;
}

/** What a subgraph answers. */
export interface SubgraphAnswer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: GraphQLFormattedError[];
}

type AskContext = Pick<GatewayContext, 'forwarded' | 'correlationId'>;

/** Operations that read or write in bulk and may take longer: who is in a segment is written when it is saved. */
const SLOW = /\b(import[A-Z]\w*|saveSegment|freezeSegment|verifyLedger|verifyChain|trialBalance|rebuildAnalytics)\b/;
const CONNECT_TIMEOUT_MS = 1_000;
/** A restarted service is usually back by then. */
const RETRY_AFTER_MS = 150;
/** The request never left. */
const NOT_SENT = new Set(['ECONNREFUSED', 'UND_ERR_CONNECT_TIMEOUT']);
/** It may have been done. */
const CONNECTION_LOST = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);
/** What does harm when done twice: a refresh token used again ends the session, and a key's secret is shown once. */
const ONCE = /\b(refreshSession|createPartnerKey)\b/;
const TIMED_OUT = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);

/**
 * Sends the gateway's fetches to one subgraph over a pool of kept connections: a third of the processor time of Apollo's
 * own source. After a lost connection a request is sent once more, mutations too: callers make the ids that keep them single.
 */
export class SubgraphSource implements GraphQLDataSource {
  private readonly pool: Pool;
  private readonly path: string;
  private atWork = 0;

  constructor(private readonly options: SubgraphOptions) {
    const url = new URL(options.url);
    this.path = url.pathname + url.search;
    this.pool = new Pool(url.origin, {
      connections: options.connections,
      pipelining: 1,
      connect: { timeout: CONNECT_TIMEOUT_MS },
    });
  }

  /** Called by the gateway for every fetch of a query plan. */
  async process(options: { request: SubgraphRequest; context: object }): Promise<SubgraphAnswer> {
    const { query, variables, operationName } = options.request;
    return this.ask({ query, variables, operationName }, options.context as GatewayContext);
  }

  /** Sends one operation; throws OVERLOADED, SUBGRAPH_UNAVAILABLE or SUBGRAPH_TIMEOUT when there is no answer. */
  async ask(request: SubgraphRequest, context: AskContext): Promise<SubgraphAnswer> {
    return parseAnswer(await this.askText(request, context)) ?? {};
  }

  /** The same, as the text that came: always JSON with data or errors. */
  async askText(request: SubgraphRequest, context: AskContext): Promise<string> {
    const body = JSON.stringify(request);
    const end = this.options.duration.startTimer({ subgraph: this.options.name });
    // Told at once, so that what is at work is answered in time: a queue that only grows ends in nobody being answered.
    if (this.atWork >= this.options.connections + this.options.waitingMax) {
      end({ outcome: 'shed' });
      throw this.overloaded();
    }
    this.atWork += 1;
    try {
      const { query = '' } = request;
      const text = await this.send(body, query, context).catch(async (error: unknown) => {
        const code = codeOf(error);
        if (!NOT_SENT.has(code) && (!CONNECTION_LOST.has(code) || ONCE.test(query))) throw error;
        await sleep(RETRY_AFTER_MS);
        return this.send(body, query, context);
      });
      end({ outcome: 'answered' });
      return text;
    } catch (error) {
      end({ outcome: 'failed' });
      const { correlationId } = context;
      this.options.log.warn({ err: error, subgraph: this.options.name, correlationId }, 'Subgraph gave no answer');
      throw TIMED_OUT.has(codeOf(error)) ? this.timedOut() : this.unavailable();
    } finally {
      this.atWork -= 1;
    }
  }

  /** Resolves when the subgraph's process answers at all. */
  async checkLive(timeoutMs: number): Promise<void> {
    await exchange(this.pool, { method: 'GET', path: '/health/live', headersTimeout: timeoutMs });
  }

  /** Lets requests at work end, then closes the connections. */
  async stop(): Promise<void> {
    await this.pool.close();
  }

  private async send(body: string, query: string, { forwarded }: AskContext): Promise<string> {
    const timeout = SLOW.test(query) ? this.options.slowTimeoutMs : this.options.timeoutMs;
    const { status, text } = await exchange(this.pool, {
      method: 'POST',
      path: this.path,
      headers: forwarded,
      body,
      headersTimeout: timeout,
      bodyTimeout: timeout,
    });
    // A refused operation comes with 4xx and its errors; anything that is not GraphQL is as good as no answer.
    if (text.startsWith('{"data":') || parseAnswer(text)) return text;
    throw new Error(`HTTP ${status}: ${text.slice(0, 200)}`);
  }

  private unavailable(): GraphQLError {
    const { name } = this.options;
    return new GraphQLError(
      `The service "${name}" is not available at the moment: repeat the request with the same ids.`,
      {
        extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: name },
      },
    );
  }

  private overloaded(): GraphQLError {
    const { name } = this.options;
    return new GraphQLError(
      `The service "${name}" has more to do than it can: repeat the request with the same ids in a second.`,
      { extensions: { code: OVERLOADED, subgraph: name } },
    );
  }

  private timedOut(): GraphQLError {
    const { name } = this.options;
    return new GraphQLError(`The service "${name}" did not answer in time: repeat the request with the same ids.`, {
      extensions: { code: 'SUBGRAPH_TIMEOUT', subgraph: name },
    });
  }
}

/** One request and its whole answer. Handlers, not streams: those cost as much as the request itself. */
function exchange(pool: Pool, options: Dispatcher.DispatchOptions): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let status = 0;
    pool.dispatch(options, {
      onRequestStart: () => undefined,
      onResponseStart: (_controller, statusCode) => void (status = statusCode),
      onResponseData: (_controller, chunk) => void chunks.push(chunk),
      onResponseEnd: () => resolve({ status, text: Buffer.concat(chunks).toString('utf8') }),
      onResponseError: (_controller, error) => reject(error),
    });
  });
}

/** Reads an answer; null when it is not GraphQL. */
export function parseAnswer(text: string): SubgraphAnswer | null {
  try {
    const parsed = JSON.parse(text) as SubgraphAnswer | null;
    return parsed && typeof parsed === 'object' && ('data' in parsed || 'errors' in parsed) ? parsed : null;
  } catch {
    return null;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
