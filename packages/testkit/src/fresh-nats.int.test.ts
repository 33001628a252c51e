import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { freshNats } from './fresh-nats';

it('keeps its streams over a kill -9 and a restart on the same port', async () => {
  const nats = await freshNats();
  const before = await connect({ servers: nats.url });
  await (await jetstreamManager(before)).streams.add({ name: 'LEDGER', subjects: ['ledger.>'] });
  await jetstream(before).publish('ledger.purchase.confirmed.v1', 'one');
  await before.close();

  await nats.kill();
  await expect(connect({ servers: nats.url, reconnect: false })).rejects.toThrow();
  await nats.restart();

  const after = await connect({ servers: nats.url });
  const { state } = await (await jetstreamManager(after)).streams.info('LEDGER');
  expect(state.messages).toBe(1);
  await after.close();
  await nats.stop();
});
