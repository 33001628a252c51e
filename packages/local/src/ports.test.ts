import { createServer, type Server } from 'node:net';
import { assertPortFree, freePort, freePorts } from './ports';

it('finds different free ports', async () => {
  expect(new Set(await freePorts(20)).size).toBe(20);
});

it('names the port, its holder and the variable when a port is taken', async () => {
  const port = await freePort();
  await assertPortFree(port, 'gateway', 'GATEWAY_PORT');
  const holder = await new Promise<Server>((resolve) => {
    const server = createServer().listen(port, '127.0.0.1', () => resolve(server));
  });
  await expect(assertPortFree(port, 'gateway', 'GATEWAY_PORT')).rejects.toThrow(
    new RegExp(
      `^Port ${port} for gateway is taken( by .+ \\(pid ${process.pid}\\))?: stop that program or set GATEWAY_PORT`,
    ),
  );
  await new Promise((closed) => holder.close(closed));
});
