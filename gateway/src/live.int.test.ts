import { connectStreams, ensureStreams, type Streams } from '@adal/events';
import { newId } from '@adal/service';
import { eventually, freshNats, type FreshNats } from '@adal/testkit';
import { createClient, type Client } from 'graphql-sse';
import { PARTNER_KEY } from '../test/fake-subgraphs';
import { startTestGateway, type TestGateway } from '../test/harness';

let nats: FreshNats;
let streams: Streams;
let gateway: TestGateway;

beforeAll(async () => {
  nats = await freshNats();
  streams = await connectStreams(nats.url, 'test');
  await ensureStreams(streams.manager);
  gateway = await startTestGateway(nats.url, { LIVE_STREAMS_PER_CALLER: '3' });
  await eventually(async () => (await fetch(`${gateway.url}/health/ready`)).ok);
});
afterAll(async () => {
  await gateway.stop();
  await streams.close();
  await nats.stop();
});

const subscribed: { stop(): void }[] = [];
afterEach(async () => {
  for (const { stop } of subscribed.splice(0)) stop();
  await eventually(async () => (await openStreams()) === 0);
});

/** Opens a live field as the web does; collects what comes. */
async function subscribe(
  query: string,
  {
    token = '',
    variables = {},
    at = gateway,
  }: { token?: string; variables?: Record<string, unknown>; at?: TestGateway } = {},
) {
  const results: Record<string, unknown>[] = [];
  const state = { completed: false, error: null as unknown };
  const before = await openStreams(at);
  const client: Client = createClient({
    url: `${at.url}/graphql/stream`,
    retryAttempts: 0,
    headers: { authorization: `Bearer ${token || (await at.session())}` },
  });
  const stop = client.subscribe(
    { query, variables },
    {
      next: (result) => void results.push(result as Record<string, unknown>),
      complete: () => void (state.completed = true),
      error: (error) => void (state.error = error),
    },
  );
  subscribed.push({ stop });
  await eventually(async () => state.completed || state.error !== null || (await openStreams(at)) > before);
  return { results, state, stop };
}

async function openStreams(at = gateway): Promise<number> {
  const text = await (await fetch(`${at.url}/metrics`)).text();
  return Number(/adal_live_streams\{[^}]*\} (\d+)/.exec(text)?.[1]);
}

async function publish(subject: string, data: object): Promise<void> {
  const id = newId();
  const envelope = {
    specversion: '1.0',
    id,
    source: 'test',
    type: subject,
    time: new Date().toISOString(),
    datacontenttype: 'application/json',
    correlationid: id,
    data,
  };
  await streams.client.publish(subject, JSON.stringify(envelope), { msgID: id });
}
const sold = (purchaseId: string, storeId = 'S1', memberId: string | null = 'm1') =>
  publish('ledger.purchase.confirmed.v1', { receipt: { purchaseId, storeId, memberId, lines: [] }, balance: null });

describe('purchaseBooked', () => {
  const query = 'subscription Tape($s: [ID!]) { purchaseBooked(storeIds: $s) { id total member { displayName } } }';

  it('brings every sale as it is published, joined over the subgraphs', async () => {
    const { results } = await subscribe(query);
    await sold('p1');
    await eventually(() => results.length === 1);
    expect(results).toEqual([
      { data: { purchaseBooked: { id: 'p1', total: '100.00', member: { displayName: 'Aigerim' } } } },
    ]);
  });

  it('brings the stores asked for, and of them those the caller sees', async () => {
    const { results } = await subscribe(query, {
      variables: { s: ['S1', 'S2'] },
      token: await gateway.session({ storeIds: ['S2', 'S3'] }),
    });
    for (const store of ['S1', 'S3', 'S2']) await sold(`of-${store}`, store);
    await eventually(() => results.length > 0);
    expect(results).toMatchObject([{ data: { purchaseBooked: { id: 'of-S2' } } }]);
  });

  it('leaves out what the caller may not see', async () => {
    gateway.facts.hiddenPurchases.add('hidden');
    const { results } = await subscribe(query);
    await sold('hidden');
    await sold('seen');
    await eventually(() => results.length > 0);
    expect(results).toMatchObject([{ data: { purchaseBooked: { id: 'seen' } } }]);
  });
});

describe('metricChanged', () => {
  const query = 'subscription ($m: MetricInput!) { metricChanged(input: $m) { key value } }';

  it('brings the metric at once, then after facts arrived, once a second however many do', async () => {
    gateway.facts.revenue = 1;
    const { results } = await subscribe(query, { variables: { m: { key: 'sales.revenue' } } });
    await eventually(() => results.length === 1);
    expect(results[0]).toEqual({ data: { metricChanged: { key: 'sales.revenue', value: 1 } } });
    const startedMs = performance.now();
    for (let n = 2; n <= 50; n += 1) {
      gateway.facts.revenue = n;
      streams.connection.publish('live.analytics.facts');
    }
    await eventually(() => results.length === 2);
    expect(results[1]).toMatchObject({ data: { metricChanged: { value: 50 } } });
    gateway.facts.revenue = 51;
    streams.connection.publish('live.analytics.facts');
    await eventually(() => results.length === 3);
    expect(results[2]).toMatchObject({ data: { metricChanged: { value: 51 } } });
    expect(performance.now() - startedMs).toBeGreaterThan(1_000);
  });
});

describe('memberChanged', () => {
  it('brings the member at once, after a sale, a message and a change of the profile, and nobody else', async () => {
    const { results } = await subscribe('subscription { memberChanged(id: "m1") { balance } }');
    const expectNext = async (balance: string, tell: () => Promise<void>) => {
      const before = results.length;
      gateway.facts.balances = { m1: balance };
      await tell();
      await eventually(() => results.length > before);
      expect(results.at(-1)).toEqual({ data: { memberChanged: { balance } } });
    };
    await eventually(() => results.length === 1);
    expect(results).toEqual([{ data: { memberChanged: { balance: '0.00' } } }]);
    await sold('other', 'S1', 'm2');
    await expectNext('5.00', () => sold('p1'));
    await expectNext('6.00', () => publish('communications.message.sent.v1', { memberId: 'm1' }));
    await expectNext('7.00', () => publish('members.member.saved.v1', { member: { memberId: 'm1' } }));
    await expectNext('8.00', () =>
      publish('ledger.points.expired.v1', { movements: [{ memberId: 'm2' }, { memberId: 'm1' }] }),
    );
    expect(results).toHaveLength(5);
  });
});

describe('a stream', () => {
  it('says inside itself what is wrong with the operation, and completes', async () => {
    const wrong = await subscribe('subscription { purchaseBooked { nothing } }');
    expect(wrong.results).toMatchObject([{ errors: [{ message: expect.stringContaining('nothing') }] }]);
    const forbidden = await subscribe('subscription { purchaseBooked { id } }', {
      token: await gateway.session({ permissions: ['metrics.read'] }),
    });
    expect(forbidden.results).toMatchObject([{ errors: [{ extensions: { code: 'FORBIDDEN' } }] }]);
    expect([wrong.state.completed, forbidden.state.completed]).toEqual([true, true]);
  });

  it('is refused to a wrong token, too deep a query, and too many at once', async () => {
    const refused = await fetch(`${gateway.url}/graphql/stream`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer nonsense' },
      body: JSON.stringify({ query: 'subscription { purchaseBooked { id } }' }),
    });
    expect(refused.status).toBe(401);
    const deep = await subscribe(
      `subscription { purchaseBooked { ${'returns { '.repeat(20)} id ${'} '.repeat(20)} } }`,
    );
    expect(deep.state.error).not.toBeNull();
    for (let n = 0; n < 3; n += 1) await subscribe('subscription { purchaseBooked { id } }');
    const fourth = await subscribe('subscription { purchaseBooked { id } }');
    expect(fourth.state.error).toMatchObject({ response: { status: 429 } });
    const other = await subscribe('subscription { purchaseBooked { id } }', { token: PARTNER_KEY });
    expect(other.state.error).toBeNull();
  });

  it('ends without a word when the token ends, so that the client connects again with a new one', async () => {
    const token = await gateway.session({ lifetimeSeconds: 1 });
    const { results, state } = await subscribe('subscription { purchaseBooked { id } }', { token });
    await eventually(async () => (await gateway.send('{ whoAmI }', { token })).status === 401);
    await sold('p1');
    await eventually(() => state.error !== null);
    expect(results).toEqual([]);
    expect(state.completed).toBe(false);
  });

  it('opens by GET too', async () => {
    const query = encodeURIComponent('subscription { metricChanged(input: { key: "k" }) { key } }');
    const over = new AbortController();
    const response = await fetch(`${gateway.url}/graphql/stream?query=${query}`, {
      headers: { authorization: `Bearer ${await gateway.session()}` },
      signal: over.signal,
    });
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    let text = '';
    for await (const chunk of response.body ?? []) {
      text += Buffer.from(chunk as Uint8Array).toString();
      if (text.includes('event: next')) break;
    }
    over.abort();
    expect(text).toBe(':\n\nevent: next\ndata: {"data":{"metricChanged":{"key":"k"}}}\n\n');
  });

  it('goes on after NATS was killed and came back', async () => {
    const { results } = await subscribe('subscription { purchaseBooked { id } }');
    await nats.kill();
    await eventually(
      async () => ((await (await fetch(`${gateway.url}/health/ready`)).json()) as { nats: string }).nats === 'lost',
    );
    expect((await gateway.send('{ whoAmI }')).status).toBe(200);
    await nats.restart();
    await eventually(
      async () => ((await (await fetch(`${gateway.url}/health/ready`)).json()) as { nats: string }).nats === 'reached',
    );
    await eventually(async () => {
      await sold('after');
      return results.length > 0;
    });
    expect(results[0]).toEqual({ data: { purchaseBooked: { id: 'after' } } });
  });

  it('ends at once when the gateway stops, and does not hold it up', async () => {
    const stopping = await startTestGateway(nats.url);
    await eventually(async () => (await fetch(`${stopping.url}/health/ready`)).ok);
    const { state } = await subscribe('subscription { purchaseBooked { id } }', { at: stopping });
    const startedMs = performance.now();
    await stopping.stop();
    expect(performance.now() - startedMs).toBeLessThan(3_000);
    await eventually(() => state.error !== null);
    expect(state.completed).toBe(false);
  });
});
