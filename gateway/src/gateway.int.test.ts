import { freshNats, type FreshNats } from '@adal/testkit';
import { getIntrospectionQuery } from 'graphql';
import { request as httpRequest } from 'node:http';
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

describe('a request that is not answered', () => {
  const post = (body: string, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
    fetch(`${gateway.url}/graphql`, { method: 'POST', headers, body });

  it('is 40 levels deep', async () => {
    const query = `{ purchase(id: "1") { ${'returns { '.repeat(38)} id ${'} '.repeat(38)} } }`;
    const { status, body } = await gateway.send(query);
    expect(status).toBe(400);
    expect(body.errors).toEqual([
      { message: 'The query is 40 levels deep; at most 12 are allowed.', extensions: { code: 'QUERY_TOO_DEEP' } },
    ]);
  });

  it('is no JSON, no object, or of another content type', async () => {
    for (const [body, message] of [
      ['{', 'The body is not JSON.'],
      ['[]', 'Send one JSON object with "query" and "variables".'],
      ['{}', 'Send JSON with the document as "query".'],
    ]) {
      const response = await post(body ?? '');
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ errors: [{ message }] });
    }
    const form = await post('query={__typename}', { 'content-type': 'application/x-www-form-urlencoded' });
    expect(form.status).toBe(415);
    expect((await fetch(`${gateway.url}/graphql?query={__typename}`)).status).toBe(405);
  });

  it('has a body of 50 MB, which is not read', async () => {
    const { status, text, taken } = await sendEndlessly(`${gateway.url}/graphql`, 50 * 1024 * 1024, true);
    expect(status).toBe(413);
    expect(JSON.parse(text)).toEqual({
      errors: [
        { message: 'The request is larger than 8 MB: send it in parts.', extensions: { code: 'BODY_TOO_LARGE' } },
      ],
    });
    expect(taken).toBeLessThan(16 * 1024 * 1024);
  });

  it('has a body of 50 MB and does not say so', async () => {
    const { status, taken } = await sendEndlessly(`${gateway.url}/graphql`, 50 * 1024 * 1024, false);
    expect(status).toBe(413);
    expect(taken).toBeLessThan(24 * 1024 * 1024);
  });
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

describe('a caller who asks too often', () => {
  it('is told to wait, and how long; others are not', async () => {
    const strict = await startTestGateway(nats.url, { RATE_STAFF: '0.2', RATE_ANONYMOUS: '100' });
    const token = await strict.session({ sub: 'busy' });
    const first = await strict.send('{ whoAmI }', { token });
    expect(first.headers.get('ratelimit-limit')).toBe('2');
    expect(first.headers.get('ratelimit-remaining')).toBe('1');
    expect(Number(first.headers.get('ratelimit-reset'))).toBeGreaterThan(0);
    await strict.send('{ whoAmI }', { token });
    const refused = await strict.send('{ whoAmI }', { token });
    expect(refused.status).toBe(429);
    expect(refused.body.errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await strict.send('{ whoAmI }', { token: await strict.session({ sub: 'calm' }) })).status).toBe(200);
    await strict.stop();
  });
});

/** Sends up to `bytes` for as long as they are taken; answers what came back and how much went out. */
function sendEndlessly(url: string, bytes: number, declared: boolean) {
  return new Promise<{ status: number; text: string; taken: number }>((resolve, reject) => {
    const headers = { 'content-type': 'application/json', ...(declared ? { 'content-length': String(bytes) } : {}) };
    let answered = false;
    let taken = 0;
    const request = httpRequest(url, { method: 'POST', headers }, (response) => {
      answered = true;
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('error', reject);
      response.on('end', () => {
        request.destroy();
        resolve({ status: response.statusCode ?? 0, text, taken });
      });
    });
    request.on('error', (error) => !answered && reject(error));
    const chunk = Buffer.alloc(256 * 1024, ' ');
    const push = (): void => {
      while (!answered && taken < bytes) {
        taken += chunk.length;
        if (!request.write(chunk)) return void request.once('drain', push);
      }
    };
    push();
  });
}
