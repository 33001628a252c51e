import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A body that is larger than allowed. */
export class BodyTooLarge extends Error {}

/** Reads a request's body up to `bytesMax`; throws BodyTooLarge beyond, without reading on. */
export async function readBody(request: IncomingMessage, bytesMax: number): Promise<string> {
  if (Number(request.headers['content-length'] ?? 0) > bytesMax) throw new BodyTooLarge();
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > bytesMax) throw new BodyTooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Answers JSON. */
export function sendJson(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(body));
}

/** A listening HTTP server. */
export interface RunningServer {
  readonly server: Server;
  readonly port: number;
  /** Takes no more requests, lets those at work end (five seconds at most), closes. */
  stop(): Promise<void>;
}

/** Listens; throws when the port is taken. */
export async function listen(handler: RequestListener, host: string, port: number): Promise<RunningServer> {
  const server = createServer({ keepAliveTimeout: 65_000 }, handler);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
  return {
    server,
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), 5_000).unref();
      }),
  };
}
