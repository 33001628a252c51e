import { join } from 'node:path';
import { startNats, type Nats } from '@adal/local';
import { removeOwn, throwawayDir } from './throwaway';

export interface FreshNats {
  readonly url: string;
  /** kill -9: clients lose their connections, the store stays. */
  kill(): Promise<void>;
  /** Starts it again on the same port with the same store, after kill(). */
  restart(): Promise<void>;
  /** Stops it and removes its store. */
  stop(): Promise<void>;
}

/** A nats-server of one's own with JetStream, on a free port, with an empty store. */
export async function freshNats(): Promise<FreshNats> {
  const storeDir = join(throwawayDir(), 'nats');
  let server: Nats = await startNats({ storeDir });
  const { port, url } = server;
  return {
    url,
    kill: async () => {
      server.kill();
      await server.exited;
    },
    restart: async () => {
      server = await startNats({ storeDir, port });
    },
    stop: async () => {
      await server.stop();
      removeOwn();
    },
  };
}
