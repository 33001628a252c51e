import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { badInput } from './access';
import { startGraphqlServer } from './graphql-server';
import type { RunningServer } from './http';
import { createLogger } from './logger';
import { createMetrics } from './metrics';

let server: RunningServer;
let ready = true;
/** A field that two may ask for; it is answered when the test says so. */
const both = Promise.withResolvers<void>();
let begun = 0;
const slow = { begin: () => ++begun === 2 && both.resolve(), end: Promise.withResolvers<string>() };

beforeAll(async () => {
  server = await startGraphqlServer({
    schema: buildSubgraphSchema({
      typeDefs: parse(
        'type Query { fine: String! broken: String! refused: String! slow: String! said(text: String, texts: [String!]): String! }',
      ),
      resolvers: {
        Query: {
          fine: () => 'fine',
          said: (_: unknown, { text }: { text?: string }) => text ?? 'nothing',
          slow: () => {
            slow.begin();
            return slow.end.promise;
          },
          broken: () => {
            throw new Error('password=hunter2 at 10.0.0.1');
          },
          refused: () => {
            throw badInput('first must be between 1 and 500.');
          },
        },
      },
    }),
    host: '127.0.0.1',
    port: 0,
    requestsMax: 2,
    log: createLogger('test', 'silent'),
    metrics: createMetrics('test'),
    createContext: async () => ({}),
    checkReady: async () => {
      if (!ready) throw new Error('the database is gone');
    },
  });
});
afterAll(() => server.stop());

const post = (body: string): Promise<Response> =>
  fetch(`http://127.0.0.1:${server.port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });

it('answers a query', async () => {
  expect(await (await post('{"query":"{ fine }"}')).json()).toEqual({ data: { fine: 'fine' } });
});

it('passes a sentence for the caller and keeps a fault to itself', async () => {
  const refused = JSON.stringify(await (await post('{"query":"{ refused }"}')).json());
  const broken = JSON.stringify(await (await post('{"query":"{ broken }"}')).json());
  expect(refused).toContain('first must be between 1 and 500.');
  expect(broken).toContain('Something went wrong here');
  expect(broken).not.toContain('hunter2');
});

it('refuses what is no JSON and what is too large with a sentence', async () => {
  expect(await (await post('{')).text()).toContain('not JSON');
  const large = await post(JSON.stringify({ query: 'x'.repeat(17 * 1024 * 1024) })).catch(() => null);
  if (large) expect(large.status).toBe(413);
  expect((await post('{"query":"{ fine }"}')).status).toBe(200);
});

const SAY = 'query ($text: String, $texts: [String!]) { said(text: $text, texts: $texts) }';
it.each<[string, object]>([
  ['text has', { query: SAY, variables: { text: 'a\0b' } }],
  ['texts.1 has', { query: SAY, variables: { texts: ['fine', '\ud83c'] } }],
  ['A name in variables has', { query: SAY, variables: { 'a\udf81': 1 } }],
  ['The document has', { query: String.raw`{ said(text: "\u0000") }` }],
  ['The document has', { query: String.raw`{ said(text: "\u{0}") }` }],
])('refuses text that no database keeps, and says where it is: %s', async (place, body) => {
  const answer = await post(JSON.stringify(body));
  expect(answer.status).toBe(400);
  const message = expect.stringContaining(place) as string;
  expect(await answer.json()).toEqual({ errors: [{ message, extensions: { code: 'BAD_USER_INPUT' } }] });
});

it('takes any other text as it is', async () => {
  const variables = { text: 'Сүт 🎁 \u0007' };
  const json = JSON.stringify({ query: SAY, variables }).replace('🎁', String.raw`\ud83c\udf81`);
  expect(await (await post(json)).json()).toEqual({ data: { said: variables.text } });
});

it('is not ready when its parts are not, and says which', async () => {
  ready = false;
  const answer = await fetch(`http://127.0.0.1:${server.port}/health/ready`);
  ready = true;
  expect(answer.status).toBe(503);
  expect(await answer.text()).toContain('the database is gone');
});

it('tells who comes on top of what it can do to come again, and answers the others', async () => {
  const patient = [post('{"query":"{ slow }"}'), post('{"query":"{ slow }"}')];
  await both.promise;
  const third = await post('{"query":"{ fine }"}');
  expect(third.headers.get('retry-after')).toBe('1');
  expect(await third.json()).toMatchObject({ errors: [{ extensions: { code: 'OVERLOADED' } }] });
  slow.end.resolve('done');
  for (const answer of patient) expect(await (await answer).json()).toEqual({ data: { slow: 'done' } });
  expect((await post('{"query":"{ fine }"}')).status).toBe(200);
});
