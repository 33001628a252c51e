import { createLogger, createMetrics, Histogram, listen, readBody, sendJson, type RunningServer } from '@adal/service';
import { SubgraphSource } from './subgraph-source';

let server: RunningServer;
let source: SubgraphSource;
let received: string[];

/** A subgraph that drops the connection of the first request it has read. */
beforeEach(async () => {
  received = [];
  const answer = async (...[request, response]: Parameters<Parameters<typeof listen>[0]>): Promise<void> => {
    const { query } = JSON.parse(await readBody(request, 10_000)) as { query: string };
    received.push(query);
    if (received.length === 1) request.socket.destroy();
    else sendJson(response, 200, { data: { done: true } });
  };
  server = await listen((request, response) => void answer(request, response), '127.0.0.1', 0);
  source = new SubgraphSource({
    name: 'ledger',
    url: `http://127.0.0.1:${server.port}/graphql`,
    timeoutMs: 1_000,
    slowTimeoutMs: 1_000,
    connections: 2,
    waitingMax: 8,
    log: createLogger('test', 'silent'),
    duration: new Histogram({
      name: 'd',
      help: 'd',
      labelNames: ['subgraph', 'outcome'],
      registers: [createMetrics('test').registry],
    }),
  });
});
afterEach(async () => {
  await source.stop();
  await server.stop();
});

const ask = (query: string) =>
  source.ask({ query }, { forwarded: { 'content-type': 'application/json' }, correlationId: 'c' });

it('sends a request again whose connection was lost: it may have been done, and its id keeps it single', async () => {
  const confirm = 'mutation { confirmPurchase(input: { purchaseId: "p1" }) { __typename } }';
  expect(await ask(confirm)).toEqual({ data: { done: true } });
  expect(received).toEqual([confirm, confirm]);
});

it('does not send again what does harm when done twice', async () => {
  const refresh = 'mutation { refreshSession(input: { refreshToken: "r" }) { __typename } }';
  await expect(ask(refresh)).rejects.toMatchObject({
    extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'ledger' },
  });
  expect(received).toEqual([refresh]);
});
