import { generateKeyPairSync } from 'node:crypto';
import {
  connectStreams,
  ensureStreams,
  MemberEnrolled,
  MessageSent,
  PurchaseConfirmed,
  sealEvent,
  type EventContract,
  type Streams,
} from '@adal/events';
import type { RunningSubgraph } from '@adal/service';
import { eventually, freshDatabase, freshNats, type FreshDatabase, type FreshNats } from '@adal/testkit';
import { readCommunicationsConfig } from '../src/config';
import { startCommunications } from '../src/main';
import { aMember, aReceipt } from './builders';
import { startSmtpServer, type TestSmtpServer } from './smtp-server';

describe('communications as a process', () => {
  let nats: FreshNats;
  let database: FreshDatabase;
  let mailServer: TestSmtpServer;
  let streams: Streams;
  const replicas: RunningSubgraph[] = [];

  beforeAll(async () => {
    [nats, database, mailServer] = await Promise.all([freshNats(), freshDatabase(), startSmtpServer()]);
    streams = await connectStreams(nats.url, 'test');
    await ensureStreams(streams.manager);
    const { publicKey } = generateKeyPairSync('ed25519');
    const config = readCommunicationsConfig({
      PORT: '0',
      LOG_LEVEL: 'silent',
      DATABASE_URL: database.url,
      DATABASE_POOL: '4',
      NATS_URL: nats.url,
      ACTOR_PUBLIC_KEY: publicKey.export({ format: 'der', type: 'spki' }).toString('base64url'),
      SMTP_URL: mailServer.url,
      MAIL_FROM: 'Дала <no-reply@dala.example>',
      PUBLIC_WEB_URL: 'https://dala.example',
    });
    for (let count = 0; count < 2; count += 1) {
      replicas.push(await startCommunications(config, false));
    }
  });
  afterAll(async () => {
    for (const replica of replicas) await replica.stop();
    await streams.close();
    await mailServer.stop();
    await nats.stop();
    await database.drop();
  });

  const publish = async <T>(contract: EventContract<T>, data: T): Promise<void> => {
    const envelope = sealEvent(contract, data, { correlationId: 'test', now: new Date() });
    await streams.client.publish(contract.subject, JSON.stringify(envelope), { msgID: envelope.id });
  };
  const subjectsTo = (address: string | null): string[] =>
    mailServer.received.filter((mail) => mail.to?.[0]?.address === address).map((mail) => mail.subject ?? '');

  it('two replicas turn an enrolment and a purchase into one mail each, and tell of both', async () => {
    const told: string[] = [];
    streams.connection.subscribe(MessageSent.subject, {
      callback: (_error, message) => void told.push(message.string()),
    });
    const member = aMember({ language: 'en', registeredAt: new Date().toISOString() });
    await publish(MemberEnrolled, { member, storeId: 'S1' });
    await publish(PurchaseConfirmed, {
      receipt: aReceipt(member.memberId, { occurredAt: new Date().toISOString() }),
      balance: null,
      pointsActivateAt: null,
      pointsExpireAt: null,
    });
    await eventually(() => told.length === 2, 30_000);
    expect(subjectsTo(member.email).sort()).toEqual(['Welcome to Дала', 'Your purchase of 1,140.50\u00a0₸']);
  });

  it('a mail server that is down for a while costs nobody their mail', async () => {
    await mailServer.stop();
    const port = Number(new URL(mailServer.url).port);
    const member = aMember({ language: 'en' });
    await publish(MemberEnrolled, { member, storeId: null });
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    mailServer = await startSmtpServer(port);
    await eventually(() => subjectsTo(member.email).length > 0, 20_000);
    expect(subjectsTo(member.email)).toEqual(['Welcome to Дала']);
  });
});
