import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { MemberEnrolled } from '@adal/events';
import { ACTOR_HEADER, PERMISSIONS, signActor, startSubgraph } from '@adal/service';
import { eventually, freshDatabase, freshNats, graphqlClient } from '@adal/testkit';
import { jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { membersConfig } from './config';
import { membersSubgraph } from './subgraph';

const der = (key: KeyObject, type: 'pkcs8' | 'spki'): string =>
  key.export({ format: 'der', type }).toString('base64url');

it('starts on an empty database, serves, and publishes what happened', async () => {
  const [database, nats] = [await freshDatabase(), await freshNats()];
  const [actor, session] = [generateKeyPairSync('ed25519'), generateKeyPairSync('ed25519')];
  const config = membersConfig({
    ...{ PORT: '0', LOG_LEVEL: 'silent', DATABASE_URL: database.url, NATS_URL: nats.url },
    ACTOR_PUBLIC_KEY: der(actor.publicKey, 'spki'),
    SESSION_PRIVATE_KEY: der(session.privateKey, 'pkcs8'),
    ...{ BOOTSTRAP_ADMIN_EMAIL: 'admin@adal.local', BOOTSTRAP_ADMIN_PASSWORD: 'adal-admin-2026' },
  });
  const subgraph = await startSubgraph(membersSubgraph(config), false);
  const token = await signActor(
    { kind: 'staff', id: 'x', name: 'x', permissions: new Set(PERMISSIONS), storeIds: null },
    actor.privateKey,
  );
  const ask = graphqlClient(`http://127.0.0.1:${subgraph.port}/graphql`, { headers: { [ACTOR_HEADER]: token } });
  const enrol =
    'mutation { enrolMember(input: { enrolmentId: "e", phone: "87010000001", channel: "TILL" }) { __typename } }';
  expect(await ask(enrol)).toEqual({ enrolMember: { __typename: 'MemberEnrolled' } });
  const signIn =
    'mutation { signIn(input: { email: "admin@adal.local", password: "adal-admin-2026" }) { __typename } }';
  expect(await ask(signIn)).toEqual({ signIn: { __typename: 'SignedIn' } });

  const connection = await connect({ servers: nats.url });
  const manager = await jetstreamManager(connection);
  const message = await eventually(() =>
    manager.streams.getMessage('MEMBERS', { last_by_subj: MemberEnrolled.subject }),
  );
  const envelope = JSON.parse(message.string()) as { data: unknown };
  expect(MemberEnrolled.schema.parse(envelope.data)).toMatchObject({ member: { phone: '+77010000001' } });

  await connection.close();
  await subgraph.stop();
  await nats.stop();
  await database.drop();
});
