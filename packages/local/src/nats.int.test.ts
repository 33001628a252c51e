import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { connect } from '@nats-io/transport-node';
import { startNats } from './nats';
import { findNatsServer } from './nats-server';

const dir = mkdtempSync(join(tmpdir(), 'adal-nats-'));
const path = process.env['PATH'];

afterEach(() => {
  process.env['PATH'] = path;
});
afterAll(() => rmSync(dir, { recursive: true }));

it('serves JetStream on a free port and is gone after stop', async () => {
  const nats = await startNats({ storeDir: join(dir, 'store') });
  const connection = await connect({ servers: nats.url });
  expect(connection.info?.jetstream).toBe(true);
  await connection.close();
  await nats.stop();
  await expect(connect({ servers: nats.url, reconnect: false })).rejects.toThrow();
});

it('takes the nats-server on PATH before any other', () => {
  const bin = join(dir, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'nats-server'), '#!/bin/sh\n');
  chmodSync(join(bin, 'nats-server'), 0o755);
  process.env['PATH'] = `${bin}${delimiter}${path}`;
  expect(findNatsServer(join(dir, 'tools'))).toBe(join(bin, 'nats-server'));
});

it('says how to get NATS where there is none and no Debian to take it from', () => {
  process.env['PATH'] = dir;
  expect(() => findNatsServer(join(dir, 'tools'))).toThrow('apt-get install nats-server');
});
