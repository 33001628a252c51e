import { eventually } from '@adal/testkit';
import { effectConsumer, openLab } from '../../test/event-lab';
import { publishBatch } from '../outbox/relay-outbox';
import { consume } from './consume';
import { rewindConsumers } from './rewind-consumers';

it('gives a database that went back what it had handled since, and nothing twice', async () => {
  const lab = await openLab();
  const consumeUntil = async (facts: string[]): Promise<void> => {
    const running = await consume(lab.db, lab.streams, effectConsumer(), lab.log);
    await eventually(async () => (await lab.effects()).length >= facts.length, 30_000);
    await running.stop();
    expect(await lab.effects()).toEqual(facts);
  };
  await lab.record('kept');
  await publishBatch(lab.db, lab.streams.client);
  await consumeUntil(['kept']);
  const moment = new Date(Date.now() - 60_000);
  const inbox: { event_id: string }[] = await lab.db.query('select event_id from inbox');
  await lab.record('forgotten');
  await publishBatch(lab.db, lab.streams.client);
  await consumeUntil(['forgotten', 'kept']);

  await lab.db.query(`delete from effect where fact = 'forgotten'`);
  await lab.db.query('delete from inbox where event_id <> all($1::uuid[])', [inbox.map(({ event_id }) => event_id)]);
  expect(await rewindConsumers(lab.streams, moment)).toBe(1);
  await consumeUntil(['forgotten', 'kept']);
  // And starts as ever from where it was rewound to.
  await lab.record('later');
  await publishBatch(lab.db, lab.streams.client);
  await consumeUntil(['forgotten', 'kept', 'later']);
  await lab.stop();
});
