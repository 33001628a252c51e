import { freshNats, type FreshNats } from '@adal/testkit';
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

  it('has ten thousand faults: the first is named, the others cost nothing', async () => {
    const query = 'query ($input: MetricInput!) { metric(input: $input) { __typename } }';
    const bad = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`surplus${index}`, 1]));
    const response = await post(JSON.stringify({ query, variables: { input: bad } }));
    expect(response.status).toBe(400);
    const { errors } = (await response.json()) as { errors: object[] };
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
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

describe('a caller who asks too often', () => {
  it('is told to wait, and how long; others are not', async () => {
    const strict = await startTestGateway(nats.url, { RATE_STAFF: '0.2', RATE_ANONYMOUS: '100' });
    const token = await strict.session({ sub: 'busy' });
    const first = await strict.send('{ whoAmI }', { token });
    expect(first.headers.get('ratelimit-policy')).toBe('"default";q=2;w=10');
    expect(first.headers.get('ratelimit')).toBe('"default";r=1;t=5');
    await strict.send('{ whoAmI }', { token });
    const refused = await strict.send('{ whoAmI }', { token });
    expect(refused.status).toBe(429);
    expect(refused.body.errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await strict.send('{ whoAmI }', { token: await strict.session({ sub: 'calm' }) })).status).toBe(200);
    await strict.stop();
  });

  it('sells on while the reports of the same key wait, at the rate that is its own', async () => {
    const strict = await startTestGateway(nats.url, { RATE_PARTNER: '100', RATE_REPLICAS: '2' });
    strict.facts.requestsPerMinute = 24;
    const report = () => strict.send('{ whoAmI }', { token: PARTNER_KEY });
    const sell = (id: string) =>
      strict.send(`mutation { confirmPurchase(purchaseId: "${id}") { id } }`, { token: PARTNER_KEY });
    expect((await report()).headers.get('ratelimit-policy')).toBe('"default";q=2;w=10');
    await report();
    expect((await report()).status).toBe(429);
    const sold = await sell('p1');
    expect(sold.status).toBe(200);
    expect(sold.headers.get('ratelimit')).toBe('"till";r=1;t=5');
    await sell('p2');
    const refused = await sell('p3');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
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
