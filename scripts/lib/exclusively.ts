import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:net';
import { platform } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Runs the task while no other process on this machine runs one with the same name, waiting if necessary. The lock is a
 * listening socket, which closes with its process, so a crash leaves nothing behind.
 */
export async function exclusively<T>(name: string, task: () => Promise<T> | T): Promise<T> {
  const address = addressOf(name);
  let lock = await tryToListen(address);
  while (!lock) {
    await pause(100);
    lock = await tryToListen(address);
  }
  try {
    return await task();
  } finally {
    lock.close();
  }
}

/** Linux has sockets without a file (abstract ones); elsewhere a local port represents the name. */
function addressOf(name: string): { path: string } | { port: number; host: string } {
  const digest = createHash('sha256').update(name).digest();
  if (platform() === 'linux') return { path: `\0stadtverbund-${digest.toString('hex')}` };
  return { host: '127.0.0.1', port: 20_000 + (digest.readUInt16BE(0) % 10_000) };
}

function tryToListen(
  address: { path: string } | { port: number; host: string },
): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(undefined);
      else reject(error);
    });
    server.listen(address, () => resolve(server));
  });
}
