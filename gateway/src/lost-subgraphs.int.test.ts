import { freshNats, type FreshNats } from '@adal/testkit';
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

describe('a subgraph that is down', () => {
  it('is named in one clear error, and the rest is answered', async () => {
    const { status, body } = await gateway.send('{ quotePurchase }');
    expect(status).toBe(200);
    expect(body.errors).toMatchObject([
      {
        message: 'The service "promotions" is not available at the moment: repeat the request with the same ids.',
        extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'promotions' },
      },
    ]);
    expect(JSON.stringify(body)).not.toMatch(/ECONNREFUSED|127\.0\.0\.1/);
  });

  it('does not keep keys that were good from working', async () => {
    const token = PARTNER_KEY;
    await gateway.send('{ whoAmI }', { token });
    await gateway.stopFake('members');
    const { body } = await gateway.send('mutation { confirmPurchase(purchaseId: "p2") { id } }', { token });
    expect(body.data).toEqual({ confirmPurchase: { id: 'p2' } });
    const unknown = await gateway.send('{ whoAmI }', { token: 'adal_eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee' });
    expect(unknown.status).toBe(503);
    expect(unknown.body.errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }]);
    await gateway.startFake('members');
  });

  it('is reached again on a connection that was lost, without the client noticing', async () => {
    const token = PARTNER_KEY;
    await gateway.send('{ purchase(id: "p1") { id } }');
    await gateway.stopFake('ledger');
    const confirming = gateway.send('mutation { confirmPurchase(purchaseId: "p3") { id } }', { token });
    await gateway.startFake('ledger');
    expect((await confirming).body).toEqual({ data: { confirmPurchase: { id: 'p3' } } });
  });

  it('is waited for so long and no longer; for an import longer', async () => {
    const { body } = await gateway.send('{ templates }');
    expect(body.errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_TIMEOUT', subgraph: 'communications' } }]);
    const imported = await gateway.send('mutation { importReceipts(rows: 3) }');
    expect(imported.body).toEqual({ data: { importReceipts: 3 } });
  });
});

describe('a subgraph with more to do than it can', () => {
  let busy: TestGateway;
  beforeAll(async () => {
    busy = await startTestGateway(nats.url, { SUBGRAPH_CONNECTIONS: '2', SUBGRAPH_WAITING: '1' });
  });
  afterAll(() => busy.stop());

  // The first time the graph plans it; from then on the answer is passed on directly.
  it.each(['planned', 'passed on'])('answers what it can and tells the others at once, when %s', async () => {
    const token = await busy.session();
    const answers = await Promise.all(Array.from({ length: 8 }, () => busy.send('{ templates }', { token })));
    const shed = answers.filter(({ status }) => status === 503);
    expect(shed).toHaveLength(5);
    for (const { headers, body } of shed) {
      expect(headers.get('retry-after')).toBe('1');
      expect(body.errors).toMatchObject([{ extensions: { code: 'OVERLOADED', subgraph: 'communications' } }]);
    }
    expect((await busy.send('{ whoAmI }', { token })).status).toBe(200);
  });
});
