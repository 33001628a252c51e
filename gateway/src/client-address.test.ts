import type { IncomingMessage } from 'node:http';
import { clientAddresses } from './client-address';

const from = (remoteAddress: string, forwarded?: string): IncomingMessage =>
  ({
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  }) as unknown as IncomingMessage;
const addressOf = clientAddresses(['127.0.0.1/32', '::1/128', '10.0.0.0/8']);

it('is the peer when nobody forwards', () => {
  expect(addressOf(from('203.0.113.7'))).toBe('203.0.113.7');
  expect(addressOf(from('::ffff:203.0.113.7'))).toBe('203.0.113.7');
});

it('does not believe a stranger', () => {
  expect(addressOf(from('203.0.113.7', '198.51.100.1'))).toBe('203.0.113.7');
});

it('is the last hop that is not one of our proxies, whatever a client wrote before it', () => {
  expect(addressOf(from('127.0.0.1', '198.51.100.1'))).toBe('198.51.100.1');
  expect(addressOf(from('::1', 'forged, 198.51.100.1, 10.1.2.3'))).toBe('198.51.100.1');
});
