import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Ready } from './start-process';

/** For a started process: listens, reports where, and ends when its parent process is done. */
export async function listenUntilDisconnect(
  server: Server,
  close: () => Promise<void> | void = () => undefined,
): Promise<void> {
  server.listen(Number(process.env['PORT'] ?? 0), '127.0.0.1');
  await once(server, 'listening');
  const ready: Ready = { port: (server.address() as AddressInfo).port };
  const parentGone = once(process, 'disconnect');
  process.send?.(ready);
  await parentGone;
  await close();
  process.exit(0);
}
