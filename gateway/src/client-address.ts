import type { IncomingMessage } from 'node:http';
import { BlockList, isIPv6 } from 'node:net';

/** Makes the reader of a client's address: the last hop of x-forwarded-for that is not one of our own proxies. */
export function clientAddresses(trustedProxies: readonly string[]): (request: IncomingMessage) => string {
  const trusted = new BlockList();
  for (const range of trustedProxies) {
    const [network = '', bits = ''] = range.split('/');
    trusted.addSubnet(network, Number(bits), isIPv6(network) ? 'ipv6' : 'ipv4');
  }
  const isTrusted = (address: string): boolean => trusted.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
  return (request) => {
    let address = plain(request.socket.remoteAddress ?? '');
    const header = request.headers['x-forwarded-for'];
    if (header === undefined) return address;
    const hops = String(header).split(',');
    while (hops.length > 0 && isTrusted(address)) address = plain(hops.pop()?.trim() ?? '');
    return address;
  };
}

/** "::ffff:10.0.0.1" is 10.0.0.1. */
function plain(address: string): string {
  return address.startsWith('::ffff:') ? address.slice('::ffff:'.length) : address;
}
