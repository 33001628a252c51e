import { jetstream, jetstreamManager, type JetStreamClient, type JetStreamManager } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';

/** A connection with its JetStream client and manager. */
export interface Streams {
  readonly connection: NatsConnection;
  readonly client: JetStreamClient;
  readonly manager: JetStreamManager;
  /** Sends what is buffered and closes. */
  close(): Promise<void>;
}

/** Connects to NATS and keeps reconnecting for as long as the process lives. */
export async function connectStreams(url: string, name: string): Promise<Streams> {
  const connection = await connect({
    servers: url,
    name,
    maxReconnectAttempts: -1,
    reconnectTimeWait: 250,
    waitOnFirstConnect: true,
  });
  const manager = await jetstreamManager(connection, { checkAPI: false });
  return {
    connection,
    client: jetstream(connection),
    manager,
    close: () => connection.drain().catch(() => connection.close()),
  };
}
