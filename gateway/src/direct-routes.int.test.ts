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

describe('an operation of one subgraph', () => {
  const directAnswers = async (): Promise<number> =>
    Number(/adal_direct_answers_total\{[^}]*\} (\d+)/.exec(await (await fetch(`${gateway.url}/metrics`)).text())?.[1]);
  const BUY = 'mutation Buy($id: ID!) { confirmPurchase(purchaseId: $id) { id total } }';
  const asked: [string, Parameters<TestGateway['send']>[1]][] = [
    [
      'query P($id: ID!) { purchase(id: $id) { ...Sums } } fragment Sums on Purchase { total id }',
      { variables: { id: 'p1' } },
    ],
    ['query P($id: ID!) { p: purchase(id: $id) { id } }', { variables: { id: 'hidden' } }],
    [BUY, { variables: { id: 'p1' }, token: PARTNER_KEY }],
    [BUY, { variables: { id: 'p1' } }],
    ['{ brokenPurchase { id } purchase(id: "p1") { id } }', {}],
    ['query Slow { templates }', {}],
    ['query Down { quotePurchase }', {}],
  ];

  it('is passed on, and answered to the letter as when it is taken apart and joined', async () => {
    gateway.facts.hiddenPurchases.add('hidden');
    for (const [query, options] of asked) {
      const joined = await gateway.send(query, options);
      const before = await directAnswers();
      const direct = await gateway.send(query, options);
      expect([query, await directAnswers()]).toEqual([query, before + 1]);
      expect([direct.status, direct.body]).toEqual([joined.status, joined.body]);
      expect(direct.headers.get('content-type')).toBe(joined.headers.get('content-type'));
    }
  });

  it('is told what is wrong with its variables as ever', async () => {
    const query = 'query Checked($id: ID!) { purchase(id: $id) { id } }';
    const first = await gateway.send(query, { variables: {} });
    await gateway.send(query, { variables: { id: 'p1' } });
    expect(await gateway.send(query, { variables: {} })).toMatchObject({ status: 400, body: first.body });
  });

  it('is not passed on when it is joined from two', async () => {
    const before = await directAnswers();
    for (let n = 0; n < 3; n += 1) await gateway.send('{ purchase(id: "p1") { id member { displayName } } }');
    expect(await directAnswers()).toBe(before);
  });
});
