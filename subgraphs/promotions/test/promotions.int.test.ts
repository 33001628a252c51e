import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { connectStreams, MemberSaved, sealEvent, StoreSaved, type EventContract, type Streams } from '@adal/events';
import { ACTOR_HEADER, ANONYMOUS, readConfig, signActor, startSubgraph, type RunningSubgraph } from '@adal/service';
import { eventually, freshDatabase, freshNats, graphqlClient, type FreshDatabase, type FreshNats } from '@adal/testkit';
import { promotionsSettings } from '../src/config';
import { promotionsSubgraph } from '../src/subgraph';
import { aLine, aMember, aStore } from './builders';

const [actorKeys, quoteKeys] = [generateKeyPairSync('ed25519'), generateKeyPairSync('ed25519')];
const textOf = (key: KeyObject, type: 'pkcs8' | 'spki'): string =>
  (type === 'pkcs8' ? key.export({ format: 'der', type }) : key.export({ format: 'der', type })).toString('base64url');

let nats: FreshNats;
let database: FreshDatabase;
let subgraph: RunningSubgraph;
let streams: Streams;

beforeAll(async () => {
  [nats, database] = await Promise.all([freshNats(), freshDatabase()]);
  const config = readConfig(promotionsSettings, {
    PORT: '0',
    LOG_LEVEL: 'silent',
    DATABASE_URL: database.url,
    NATS_URL: nats.url,
    ACTOR_PUBLIC_KEY: textOf(actorKeys.publicKey, 'spki'),
    QUOTE_PRIVATE_KEY: textOf(quoteKeys.privateKey, 'pkcs8'),
  });
  subgraph = await startSubgraph(promotionsSubgraph(config), false);
  streams = await connectStreams(nats.url, 'test');
});
afterAll(async () => {
  await streams.close();
  await subgraph.stop();
  await database.drop();
  await nats.stop();
});

async function publish<T>(contract: EventContract<T>, data: T): Promise<void> {
  const envelope = sealEvent(contract, data, { correlationId: 'test', now: new Date() });
  await streams.client.publish(contract.subject, JSON.stringify(envelope), { msgID: envelope.id });
}

it('quotes over HTTP by what the other contexts told, and tells its own programme', async () => {
  const member = aMember();
  await publish(StoreSaved, { stores: [aStore()] });
  await publish(MemberSaved, { member });
  const till = { ...ANONYMOUS, kind: 'partner' as const, permissions: new Set(['purchase.quote'] as const) };
  const token = await signActor(till, actorKeys.privateKey);
  const ask = graphqlClient(`http://127.0.0.1:${subgraph.port}/graphql`, { headers: { [ACTOR_HEADER]: token } });
  const quote = `query ($input: QuotePurchaseInput!) { quotePurchase(input: $input) { __typename ... on PurchaseQuote { token pointsEarned } } }`;
  const input = { storeId: 'ALM-1', member: { id: member.memberId }, lines: [aLine()] };
  const quoted = await eventually(async () => {
    const { quotePurchase } = await ask<{ quotePurchase: { __typename: string; pointsEarned: string } }>(quote, {
      input,
    });
    return quotePurchase.__typename === 'PurchaseQuote' ? quotePurchase : undefined;
  });
  expect(quoted.pointsEarned).toBe('50.00');
  const told = await eventually(() =>
    streams.manager.streams.getMessage('PROMOTIONS', { last_by_subj: 'promotions.programme.changed.v1' }),
  );
  expect(told.json()).toMatchObject({ data: { version: 1, earnBasisPoints: 500 } });
});

it('refuses a till without a token', async () => {
  const ask = graphqlClient(`http://127.0.0.1:${subgraph.port}/graphql`);
  await expect(ask('{ programme { version } }')).rejects.toThrow('Sign in');
});
