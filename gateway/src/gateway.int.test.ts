import { freshNats, type FreshNats } from '@adal/testkit';
import { getIntrospectionQuery } from 'graphql';
import { PARTNER_KEY } from '../test/fake-subgraphs';
import { startTestGateway, type TestGateway } from '../test/harness';

let nats: FreshNats;
let gateway: TestGateway;

beforeAll(async () => {
  nats = await freshNats();
  gateway = await startTestGateway(nats.url);
});
afterAll(async () => {
  await gateway.stop();
  await nats.stop();
});

describe('the graph', () => {
  it('joins what several subgraphs know', async () => {
    const { status, body } = await gateway.send('{ purchase(id: "p1") { total member { displayName balance } } }');
    expect(status).toBe(200);
    expect(body).toEqual({
      data: { purchase: { total: '100.00', member: { displayName: 'Aigerim', balance: '0.00' } } },
    });
  });

  it('does not offer what is meant for the gateway alone', async () => {
    const { status, body } = await gateway.send('{ partnerByKeyHash(hash: "x") { id } }', {
      token: await gateway.session(),
    });
    expect(status).toBe(400);
    expect(body.errors?.[0]?.message).toContain('partnerByKeyHash');
  });

  it('answers a fault of a subgraph without its internals', async () => {
    const { body } = await gateway.send('{ brokenPurchase { id } }');
    expect(body.errors).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
    expect(JSON.stringify(body)).not.toContain('secret_table');
  });
});

describe('who asks', () => {
  const asked = async (token?: string) =>
    (await gateway.send('{ whoAmI }', token ? { token } : {})).body.data?.['whoAmI'];

  it('is told to the subgraph: nobody, staff or a partner', async () => {
    expect(await asked()).toBe('anonymous:');
    expect(await asked(await gateway.session({ sub: 'dana' }))).toBe('staff:dana');
    expect(await asked(PARTNER_KEY)).toBe('partner:key-1');
  });

  it('is refused with a wrong token, never taken for nobody', async () => {
    const { status, headers, body } = await gateway.send('{ whoAmI }', {
      token: 'adal_ffffffffffffffffffffffffffffffff',
    });
    expect(status).toBe(401);
    expect(headers.get('www-authenticate')).toBe('Bearer');
    expect(body).toEqual({
      errors: [{ message: 'This key is unknown, expired or revoked.', extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });

  it('may not do more than the subgraph allows', async () => {
    const confirm = 'mutation { confirmPurchase(purchaseId: "p1") { id } }';
    expect((await gateway.send(confirm)).body.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    const marketer = await gateway.session({ permissions: ['members.read'] });
    expect((await gateway.send(confirm, { token: marketer })).body.errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
    expect((await gateway.send(confirm, { token: PARTNER_KEY })).body.data).toEqual({ confirmPurchase: { id: 'p1' } });
  });

  it('sees the schema when signed in', async () => {
    const query = getIntrospectionQuery();
    expect((await gateway.send(query)).body.errors).toMatchObject([{ extensions: { code: 'INTROSPECTION_REFUSED' } }]);
    const { body } = await gateway.send(query, { token: await gateway.session() });
    expect(JSON.stringify(body.data)).toContain('confirmPurchase');
    expect(JSON.stringify(body.data)).not.toContain('partnerByKeyHash');
  });
});

describe('what travels with a request', () => {
  const headersSeen = async (headers: Record<string, string>) => {
    const answer = await gateway.send('{ headers }', { headers });
    return { answered: answer.headers.get('x-correlation-id'), seen: answer.body.data?.['headers'] as string[] };
  };

  it('is the correlation id of the client, answered in the header', async () => {
    const { answered, seen } = await headersSeen({ 'x-correlation-id': 'till-7:42' });
    expect(answered).toBe('till-7:42');
    expect(seen[0]).toBe('till-7:42');
  });

  it('is a correlation id of our own when the client sends none or nonsense', async () => {
    const { answered, seen } = await headersSeen({ 'x-correlation-id': 'x'.repeat(65) });
    expect(answered).toMatch(/^[0-9a-f-]{36}$/);
    expect(seen[0]).toBe(answered);
  });

  it('is the trace, continued or begun, and the address of the client', async () => {
    const trace = '0af7651916cd43dd8448eb211c80319c';
    const continued = await headersSeen({
      traceparent: `00-${trace}-b7ad6b7169203331-01`,
      'x-forwarded-for': '198.51.100.1',
    });
    expect(continued.seen[1]).toMatch(new RegExp(`^00-${trace}-[0-9a-f]{16}-01$`));
    expect(continued.seen[1]).not.toContain('b7ad6b7169203331');
    expect(continued.seen[2]).toBe('198.51.100.1');
    const begun = await headersSeen({ traceparent: 'nonsense' });
    expect(begun.seen[1]).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/);
  });
});

describe('operations', () => {
  it('are counted by root field and told in figures for Prometheus', async () => {
    await gateway.send('query MadeUpByTheClient { whoAmI }');
    const text = await (await fetch(`${gateway.url}/metrics`)).text();
    expect(text).toMatch(/adal_graphql_operation_seconds_count\{[^}]*operation="whoAmI",outcome="ok"\} \d/);
    expect(text).not.toContain('MadeUpByTheClient');
    expect(text).toMatch(/adal_subgraph_request_seconds_count\{[^}]*subgraph="members",outcome="answered"\} \d/);
  });

  it('are offered once members and NATS have answered', async () => {
    const ready = await fetch(`${gateway.url}/health/ready`);
    expect(ready.status).toBe(200);
    expect(await ready.json()).toEqual({ status: 'ready', members: 'reached', nats: 'reached' });
    expect((await fetch(`${gateway.url}/health/live`)).status).toBe(200);
    expect((await fetch(`${gateway.url}/elsewhere`)).status).toBe(404);
  });
});
